namespace SupportPlatform.Stores;

/// <summary>Why a delivery was not taken.</summary>
/// <param name="Reason">In words, with the beginning of what the receiver said.</param>
/// <param name="IsGone">Whether the receiver wants nothing more, ever (status 410).</param>
internal sealed record WebhookFailure(string Reason, bool IsGone = false);
