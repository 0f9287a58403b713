namespace SupportPlatform.Conversations.Staff;

/// <summary>What became of many conversations.</summary>
/// <param name="Results">Each of them, in the order of the request.</param>
public sealed record BulkReply(IReadOnlyList<BulkResult> Results);
