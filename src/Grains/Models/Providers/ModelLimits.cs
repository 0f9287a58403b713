namespace SupportPlatform.Models;

/// <summary>How long a model may take.</summary>
/// <param name="FirstToken">To its first token.</param>
/// <param name="Whole">From the first token to the end.</param>
/// <param name="Time">The clock.</param>
internal sealed record ModelLimits(TimeSpan FirstToken, TimeSpan Whole, TimeProvider Time);
