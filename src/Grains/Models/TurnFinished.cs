namespace SupportPlatform.Models;

/// <summary>The turn's end.</summary>
/// <param name="Result">The checked answer, which replaces the streamed text.</param>
internal sealed record TurnFinished(TurnResult Result) : TurnUpdate;
