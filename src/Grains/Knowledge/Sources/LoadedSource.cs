namespace SupportPlatform.Knowledge;

/// <summary>A source in memory.</summary>
/// <param name="Revision">Its revision.</param>
/// <param name="Document">Its passages.</param>
internal sealed record LoadedSource(long Revision, SourceDocument Document);
