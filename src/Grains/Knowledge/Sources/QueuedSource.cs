namespace SupportPlatform.Knowledge;

/// <summary>A source that was taken from the queue, with what proves that it still is the taker's.</summary>
/// <param name="Key">Which source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Conversation">The key of the conversation whose attachment it is; null for the store's own.</param>
/// <param name="Hash">The hash of its original.</param>
/// <param name="Revision">The revision to be read.</param>
/// <param name="Attempt">Which attempt this is, counted from 1.</param>
internal sealed record QueuedSource(SourceKey Key, string Name, string? Conversation, string? Hash, long Revision, int Attempt);
