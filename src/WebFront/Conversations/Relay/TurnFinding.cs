namespace SupportPlatform.Conversations.Relay;

/// <summary>What a running turn found and decided before it writes.</summary>
/// <param name="TurnId">The turn.</param>
/// <param name="Evidence">What it found.</param>
internal sealed record TurnFinding(string TurnId, TurnEvidence Evidence);
