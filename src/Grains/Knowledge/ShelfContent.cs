namespace SupportPlatform.Knowledge;

/// <summary>A store's sources with their index.</summary>
internal sealed record ShelfContent(LoadedSources Sources, KnowledgeSnapshot Snapshot);
