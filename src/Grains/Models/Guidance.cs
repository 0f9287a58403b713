namespace SupportPlatform.Models;

/// <summary>What staff whispered to the assistant of a conversation.</summary>
/// <param name="Text">The words.</param>
/// <param name="Seq">The number of its event.</param>
internal sealed record Guidance(string Text, long Seq);
