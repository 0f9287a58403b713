namespace SupportPlatform.Conversations.Relay;

/// <summary>What a turn is doing.</summary>
/// <param name="TurnId">The turn.</param>
/// <param name="Status"><c>reading</c>, <c>retrieving</c>, <c>writing</c> or <c>tool</c>.</param>
internal readonly record struct TurnNote(string TurnId, string Status);
