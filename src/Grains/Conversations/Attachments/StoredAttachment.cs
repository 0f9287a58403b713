namespace SupportPlatform.Conversations;

/// <summary>An attachment's row.</summary>
/// <param name="View">What callers see.</param>
/// <param name="Hash">The hash of its bytes; null for a page.</param>
internal sealed record StoredAttachment(AttachmentView View, string? Hash);
