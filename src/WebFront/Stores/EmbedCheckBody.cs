namespace SupportPlatform.Stores;

/// <summary>Which page to look at.</summary>
/// <param name="Url">Its address.</param>
public sealed record EmbedCheckBody(string Url);
