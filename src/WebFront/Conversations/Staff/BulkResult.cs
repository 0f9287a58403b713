namespace SupportPlatform.Conversations.Staff;

/// <summary>What became of one of many conversations.</summary>
/// <param name="ConversationId">Its public id.</param>
/// <param name="Changed">Whether anything changed.</param>
/// <param name="Code">Why it was refused; null where it was not.</param>
public sealed record BulkResult(string ConversationId, bool Changed, string? Code);
