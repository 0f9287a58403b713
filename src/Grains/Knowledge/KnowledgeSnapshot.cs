using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A store's knowledge at one moment: immutable, so that a turn keeps what it began with.</summary>
internal sealed class KnowledgeSnapshot
{
    private readonly TermIndex _terms;
    private readonly QueryReader _reader;
    private readonly DocumentSearch _search;

    /// <summary>Indexes the documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="before">The store's knowledge so far: what both have need not be read again.</param>
    public KnowledgeSnapshot(IEnumerable<SourceDocument> documents, KnowledgeSnapshot? before = null)
    {
        Sources = [.. documents.OrderBy(d => d.Name, StringComparer.Ordinal)];
        Passages = [.. Sources.SelectMany(s => s.Passages)];
        ImmutableArray<Passage> ofDocuments = [.. Passages.Where(p => !p.IsFaq)];
        int[] sourceOf = [.. Sources.SelectMany((s, i) => s.Passages.Where(p => !p.IsFaq).Select(_ => i))];
        _terms = new TermIndex(ofDocuments, before?._terms);
        var grams = new GramIndex(_terms);
        _search = new DocumentSearch(ofDocuments, sourceOf, _terms, grams);
        _reader = new QueryReader(_terms, grams, new SourceNames(ofDocuments, sourceOf, _terms), new FaqIndex(Passages));
    }

    /// <summary>No knowledge.</summary>
    public static KnowledgeSnapshot Empty { get; } = new([]);

    /// <summary>The documents, by name.</summary>
    public ImmutableArray<SourceDocument> Sources { get; }

    /// <summary>All passages.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>Reads a query for this snapshot.</summary>
    public KnowledgeQuery Read(string text) => _reader.Read(text);

    /// <summary>The passages that fit best, best first.</summary>
    public ImmutableArray<RankedPassage> Search(KnowledgeQuery query, int k)
    {
        var documents = _search.Search(query, k);
        if (query.Entries.Count == 0) return documents;
        // Many entries come near to any question; they do not crowd out the documents.
        return [.. query.Entries.Select(e => new RankedPassage(e.Key, e.Value))
            .OrderByDescending(h => h.Score).ThenBy(h => h.Passage.ChunkId, StringComparer.Ordinal)
            .Take(documents.IsEmpty ? k : (k + 1) / 2)
            .Concat(documents)
            .OrderByDescending(h => h.Score).ThenBy(h => h.Passage.ChunkId, StringComparer.Ordinal)
            .Take(k)];
    }
}
