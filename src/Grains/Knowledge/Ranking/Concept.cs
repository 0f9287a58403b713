using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>One thing that a query is about, with the ways to say it.</summary>
internal sealed record Concept
{
    /// <summary>As the query has it.</summary>
    public required string Name { get; init; }

    /// <summary>How much it tells passages apart: its inverse document frequency.</summary>
    public required double Weight { get; init; }

    /// <summary>The ways to say it, the query's own first.</summary>
    public required ImmutableArray<Wording> Wordings { get; init; }

    /// <summary>Whether some passage says it, in any wording.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Whether some passage says it in the query's own words.</summary>
    public required bool IsKnownByName { get; init; }

    /// <summary>Whether it is written as a name is.</summary>
    public required bool LooksLikeName { get; init; }

    /// <summary>The sources that it names, by their titles; empty for all that is no name here.</summary>
    public ImmutableArray<int> NamedSources { get; init; } = [];

    /// <summary>Whether it comes from an earlier message.</summary>
    public bool IsCarried { get; init; }

    /// <summary>
    /// Whether a wording is another single word for it, though the store has the query's own. Where the store never says
    /// that, as in another language, the other word is all there is.
    /// </summary>
    public bool IsOtherWord(Wording wording) => IsKnownByName && wording.Terms.Length == 1 && wording != Wordings[0] && wording.Weight <= QueryReader.SynonymWeight;
}
