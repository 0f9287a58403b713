namespace SupportPlatform.Knowledge;

/// <summary>A source's row.</summary>
/// <param name="View">What administrators see.</param>
/// <param name="Content">The text of the served revision, where it was asked for.</param>
internal sealed record StoredSource(SourceView View, SourceContent? Content);
