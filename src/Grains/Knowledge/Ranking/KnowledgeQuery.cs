using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A query as one snapshot understands it.</summary>
internal sealed record KnowledgeQuery
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Its words.</summary>
    public required ImmutableArray<Token> Tokens { get; init; }

    /// <summary>What it is about.</summary>
    public required ImmutableArray<Concept> Concepts { get; init; }

    /// <summary>
    /// The entries of questions and answers that it comes near, with how surely each is meant: 0 to 1, as sure as a
    /// statement that covers so much of a question.
    /// </summary>
    public IReadOnlyDictionary<Passage, double> Entries { get; init; } = ImmutableDictionary<Passage, double>.Empty;

    /// <summary>The passages of documents that are near to it in meaning, nearest first; none where there are no vectors.</summary>
    public ImmutableArray<NearPassage> Near { get; init; } = [];

    /// <summary>The language whose passages it is asked of, as a two-letter code; null for all.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is asked of what the customer attached, and so is answered from nothing else.</summary>
    public bool OfAttachments { get; init; }

    /// <summary>What it asks of the things it names: the concepts that name no source.</summary>
    public IEnumerable<Concept> Aspects => Concepts.Where(c => c.NamedSources.Length == 0);

    /// <summary>Whether it names a source.</summary>
    public bool NamesSource => Concepts.Any(c => c.NamedSources.Length > 0);

    /// <summary>The names in it that the store does not know; another thing than the store's is meant.</summary>
    public IEnumerable<Concept> ForeignNames => Concepts.Where(c => !c.IsKnown && c.LooksLikeName);
}
