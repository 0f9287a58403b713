namespace SupportPlatform.Conversations;

/// <summary>Whether a request changed anything.</summary>
/// <param name="Changed">False when it was so already.</param>
public sealed record ChangedBody(bool Changed);
