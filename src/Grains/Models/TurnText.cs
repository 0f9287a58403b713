namespace SupportPlatform.Models;

/// <summary>More text of the answer.</summary>
/// <param name="Text">What follows the text so far.</param>
internal sealed record TurnText(string Text) : TurnUpdate;
