namespace SupportPlatform.Knowledge;

/// <summary>A rating in a conversation's log.</summary>
/// <param name="MessageId">The rated message; null for the conversation.</param>
/// <param name="Score">1 to 5.</param>
/// <param name="At">When it was given.</param>
internal sealed record TurnRating(string? MessageId, int Score, DateTimeOffset At);
