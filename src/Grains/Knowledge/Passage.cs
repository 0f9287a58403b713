using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A passage of a source: what is ranked, supplied and cited.</summary>
internal sealed class Passage
{
    /// <summary>The source's name, as a file's name.</summary>
    public required string Source { get; init; }

    /// <summary>The source's title.</summary>
    public required string Title { get; init; }

    /// <summary>The revision of the source: the first 12 hexadecimal digits of its content's SHA-256.</summary>
    public required string Revision { get; init; }

    /// <summary>The passage's id, the same for the same source, revision and ordinal.</summary>
    public required string ChunkId { get; init; }

    /// <summary>Its place in the source, counted from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The offset of its first character in the source's text, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>The offset after its last character; the next passage begins there.</summary>
    public required int End { get; init; }

    /// <summary>The page that it stands on, counted from 1, where the source has pages.</summary>
    public int? Page { get; init; }

    /// <summary>The headings above it.</summary>
    public string? Section { get; init; }

    /// <summary>When the source got this revision; null where that is not known.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Its lines without markup.</summary>
    public required ImmutableArray<DocumentLine> Lines { get; init; }

    /// <summary>How much it weighs: less for what customers wrote about a product than for what the store says.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>
    /// The ways to ask what it answers, the shown question first, when it is an entry of questions and answers; empty for
    /// passages of documents.
    /// </summary>
    public ImmutableArray<string> Phrasings { get; init; } = [];

    /// <summary>Whether it is an entry of questions and answers.</summary>
    public bool IsFaq => !Phrasings.IsEmpty;

    // Few of a store's passages are in use at a time; what is made of their text lives as long as someone uses it.
    private WeakReference<IReadOnlyList<Statement>>? _statements;
    private WeakReference<PassageTerms>? _terms;

    /// <summary>Its words without markup, one line of the document a line.</summary>
    public string Text => string.Join('\n', Lines.Select(l => l.Text));

    /// <summary>Its statements, in order; see <see cref="StatementReader"/>.</summary>
    public IReadOnlyList<Statement> Statements
    {
        get
        {
            if (_statements is not null && _statements.TryGetTarget(out var statements)) return statements;
            statements = StatementReader.Read(this);
            _statements = new(statements);
            return statements;
        }
    }

    /// <summary>The terms in and around it.</summary>
    public PassageTerms Terms
    {
        get
        {
            if (_terms is not null && _terms.TryGetTarget(out var terms)) return terms;
            terms = new PassageTerms(this);
            _terms = new(terms);
            return terms;
        }
    }

    /// <summary>Whether a customer attached its source; what it says is not the store's word.</summary>
    public bool FromCustomer { get; private set; }

    /// <summary>The address of the page that a customer attached.</summary>
    public string? Url { get; private set; }

    /// <summary>The same passage of a source that a customer attached.</summary>
    /// <param name="url">The address, where it is a page.</param>
    public Passage Attached(string? url)
    {
        var attached = (Passage)MemberwiseClone();
        (attached.FromCustomer, attached.Url, attached._statements, attached._terms) = (true, url, null, null);
        return attached;
    }

    /// <summary>The language of its source as a two-letter code; null for one that serves all.</summary>
    public string? Language { get; private set; }

    /// <summary>The same passage of a source in a language.</summary>
    /// <param name="locale">A BCP 47 tag.</param>
    public Passage In(string locale)
    {
        var passage = (Passage)MemberwiseClone();
        (passage.Language, passage._statements, passage._terms) = (Knowledge.Language.Primary(locale), null, null);
        return passage;
    }

    /// <summary>Whether it may be given to who reads a language; null reads all.</summary>
    public bool Serves(string? language) => language is null || Language is null || Language == language;

    /// <summary>What administrators see of it.</summary>
    public PassageView ToView() => new()
    {
        ChunkId = ChunkId,
        Ordinal = Ordinal,
        Page = Page,
        Section = Section,
        Text = Text,
    };
}
