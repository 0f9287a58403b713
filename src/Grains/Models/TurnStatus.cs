namespace SupportPlatform.Models;

/// <summary>The turn does something that takes time.</summary>
/// <param name="Status"><c>retrieving</c>, <c>writing</c> or <c>tool</c>.</param>
internal sealed record TurnStatus(string Status) : TurnUpdate;
