using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A store's knowledge at one moment: immutable, so that a turn keeps what it began with.</summary>
internal sealed class KnowledgeSnapshot
{
    private readonly TermIndex _terms;
    private readonly QueryReader _reader;
    private readonly DocumentSearch _search;
    private readonly MeaningIndex _meaning;
    private readonly MeaningIndex _entryMeaning;
    private readonly string? _language;
    private readonly HashSet<string> _languages;

    /// <summary>Indexes the documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="before">The store's knowledge so far: what both have need not be read again.</param>
    public KnowledgeSnapshot(IEnumerable<SourceDocument> documents, KnowledgeSnapshot? before = null)
    {
        Sources = [.. documents.OrderBy(d => d.Name, StringComparer.Ordinal)];
        Passages = [.. Sources.SelectMany(s => s.Passages)];
        _languages = [.. Passages.Select(p => p.Language).OfType<string>()];
        ImmutableArray<Passage> ofDocuments = [.. Passages.Where(p => !p.IsFaq)];
        int[] sourceOf = [.. Sources.SelectMany((s, i) => s.Passages.Where(p => !p.IsFaq).Select(_ => i))];
        _terms = new TermIndex(ofDocuments, before?._terms);
        var grams = new GramIndex(_terms);
        Vectors = PassageVectors.None;
        _search = new DocumentSearch(ofDocuments, sourceOf, _terms, grams);
        (_meaning, _entryMeaning) = Meanings();
        _reader = new QueryReader(_terms, grams, new SourceNames(ofDocuments, sourceOf, _terms), new FaqIndex(Passages));
    }

    private KnowledgeSnapshot(KnowledgeSnapshot of, PassageVectors vectors)
    {
        (Sources, Passages, Vectors, _language) = (of.Sources, of.Passages, vectors, of._language);
        (_terms, _reader, _search, _languages) = (of._terms, of._reader, of._search, of._languages);
        (_meaning, _entryMeaning) = Meanings();
    }

    private KnowledgeSnapshot(KnowledgeSnapshot of, string language)
    {
        (Sources, Passages, Vectors, _language) = (of.Sources, of.Passages, of.Vectors, language);
        (_terms, _reader, _search, _languages) = (of._terms, of._reader, of._search, of._languages);
        (_meaning, _entryMeaning) = (of._meaning, of._entryMeaning);
    }

    /// <summary>No knowledge.</summary>
    public static KnowledgeSnapshot Empty { get; } = new([]);

    /// <summary>The documents, by name.</summary>
    public ImmutableArray<SourceDocument> Sources { get; }

    /// <summary>All passages.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>The vectors of its passages, as far as they are there.</summary>
    public PassageVectors Vectors { get; }

    /// <summary>Whether it has any.</summary>
    public bool HasVectors => !Vectors.ByDigest.IsEmpty;

    /// <summary>The same knowledge with vectors.</summary>
    public KnowledgeSnapshot With(PassageVectors vectors) => new(this, vectors);

    /// <summary>The same knowledge, of which only what is in a language, or in none in particular, is found.</summary>
    /// <param name="locale">A BCP 47 tag; null for all.</param>
    public KnowledgeSnapshot In(string? locale) => locale is null ? this : new(this, Language.Primary(locale));

    /// <summary>Whether some of what is found here is in a language, and some in others.</summary>
    /// <param name="language">A two-letter code.</param>
    public bool SpeaksBeside(string language) => _language is null && _languages.Count > 1 && _languages.Contains(language);

    /// <summary>Reads a query for this snapshot.</summary>
    /// <param name="text">The query.</param>
    /// <param name="vector">Its vector, where there is one.</param>
    public KnowledgeQuery Read(string text, float[]? vector = null)
    {
        var query = _reader.Read(text) with { Language = _language };
        if (vector is not null) query = query with { Near = _meaning.Near(vector), Entries = WithNear(query.Entries, _entryMeaning.Near(vector)) };
        return _language is null ? query : query with { Entries = query.Entries.Where(e => e.Key.Serves(_language)).ToDictionary() };
    }

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

    // An entry that is meant by its words or by its meaning is meant.
    private static Dictionary<Passage, double> WithNear(IReadOnlyDictionary<Passage, double> entries, ImmutableArray<NearPassage> near)
    {
        var both = new Dictionary<Passage, double>(entries);
        foreach (var entry in near.Where(n => n.Sure > 0)) both[entry.Passage] = Math.Max(both.GetValueOrDefault(entry.Passage), entry.Sure);
        return both;
    }

    private (MeaningIndex OfDocuments, MeaningIndex OfEntries) Meanings() =>
        (new MeaningIndex([.. Passages.Where(p => !p.IsFaq)], Vectors), new MeaningIndex([.. Passages.Where(p => p.IsFaq)], Vectors));
}
