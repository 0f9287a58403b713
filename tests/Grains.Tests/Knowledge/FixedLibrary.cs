using System.Collections.Concurrent;
using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>A library of given documents, without a database.</summary>
internal sealed class FixedLibrary : IKnowledgeLibrary
{
    private readonly ConcurrentDictionary<string, KnowledgeSnapshot> _stores = new(StringComparer.Ordinal);

    public KnowledgeSnapshot Of(string store) => _stores.GetValueOrDefault(store, KnowledgeSnapshot.Empty);

    public ValueTask<KnowledgeSnapshot> Of(string store, CancellationToken cancellationToken) => ValueTask.FromResult(Of(store));

    public ValueTask<ImmutableArray<Instruction>> Instructions(string store, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ImmutableArray<Instruction>.Empty);

    /// <summary>Gives a store its documents.</summary>
    public void Set(string store, IEnumerable<SourceDocument> documents) => _stores[store] = new KnowledgeSnapshot(documents);

    /// <summary>Gives a store the Markdown and text files of a folder.</summary>
    public void SetFolder(string store, string folder) => Set(
        store,
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".md" or ".txt")
            .Select(f => DocumentReader.Read(Path.GetRelativePath(folder, f), File.ReadAllText(f).ReplaceLineEndings("\n"))));
}
