namespace SupportPlatform.Knowledge;

/// <summary>The words around a passage's statements.</summary>
internal sealed class PassageTerms(Passage passage)
{
    private static readonly HashSet<string> None = [];

    /// <summary>Those of the title and the file's name.</summary>
    public HashSet<string> Title { get; } = Tokens.Of(TermIndex.TitleText(passage)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those of the headings above.</summary>
    public HashSet<string> Section { get; } =
        passage.Section is null ? None : Tokens.Of(passage.Section).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those of the whole passage.</summary>
    public HashSet<string> Body { get; } = Tokens.Of(passage.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those of the passage without its headings.</summary>
    public HashSet<string> Said { get; } = Tokens.Of(Plain(passage)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The numbers in it.</summary>
    public HashSet<string> Numbers => field ??= [.. Said.Where(t => char.IsDigit(t[0]))];

    /// <summary>Whether it says that something is not so.</summary>
    public bool Denies { get; } = Denials.AreIn(Tokens.Read(Plain(passage)));

    /// <summary>Whether the passage itself says the concept.</summary>
    public bool BodySays(Concept concept) => concept.Wordings.Any(w => w.Terms.All(Body.Contains));

    /// <summary>Whether the title says the concept.</summary>
    public bool TitleSays(Concept concept) => concept.Wordings.Any(w => w.Terms.All(Title.Contains));

    private static string Plain(Passage passage) =>
        string.Join('\n', passage.Lines.Where(l => l.Kind != LineKind.Heading).Select(l => l.Text));
}
