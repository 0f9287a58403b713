namespace SupportPlatform.Knowledge;

/// <summary>A store's sources with their indexes.</summary>
/// <param name="Sources">The sources.</param>
/// <param name="Snapshot">The index of what is for everybody.</param>
/// <param name="Staff">The index of what is for staff alone, apart, so that no filter can let it through.</param>
internal sealed record ShelfContent(LoadedSources Sources, KnowledgeSnapshot Snapshot, KnowledgeSnapshot Staff);
