namespace SupportPlatform.Conversations;

/// <summary>A change of a due row, in the same transaction as its cause.</summary>
/// <param name="Kind">What is due, one row a kind and conversation; see <see cref="DueKinds"/>.</param>
/// <param name="DueAt">When, or null to remove the row.</param>
/// <param name="Target">Who deals with it; see <see cref="DueTargets"/>.</param>
internal sealed record DueChange(string Kind, DateTimeOffset? DueAt, string Target = DueTargets.Conversation);
