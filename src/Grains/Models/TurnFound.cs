using SupportPlatform.Conversations;

namespace SupportPlatform.Models;

/// <summary>The turn has found what it works from, and decided; before any text.</summary>
/// <param name="Evidence">What it found and decided.</param>
internal sealed record TurnFound(TurnEvidence Evidence) : TurnUpdate;
