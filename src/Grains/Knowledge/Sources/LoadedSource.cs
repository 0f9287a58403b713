namespace SupportPlatform.Knowledge;

/// <summary>A source in memory.</summary>
/// <param name="Revision">Its revision.</param>
/// <param name="IsForStaff">Whether it is for staff alone.</param>
/// <param name="Document">Its passages.</param>
internal sealed record LoadedSource(long Revision, bool IsForStaff, SourceDocument Document);
