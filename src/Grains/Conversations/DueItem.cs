namespace SupportPlatform.Conversations;

/// <summary>Something that has come due for a conversation.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="Kind">What is due; see <see cref="DueKinds"/>.</param>
/// <param name="DueAt">When it was due, before it was taken.</param>
/// <param name="Attempts">How often it was taken, this time included.</param>
internal sealed record DueItem(string Key, string Kind, DateTimeOffset DueAt, int Attempts);
