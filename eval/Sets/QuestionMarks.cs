namespace SupportPlatform.Eval.Sets;

/// <summary>What a set of questions to documents asks for; null where it asks for nothing.</summary>
internal sealed record QuestionMarks
{
    /// <summary>The right place is among the first five hits.</summary>
    public double? Recall { get; init; }

    /// <summary>The fact is among the passages that a turn is supplied with.</summary>
    public double? Supplied { get; init; }

    /// <summary>Of the answers with citations, the right source is cited.</summary>
    public double? Cited { get; init; }

    /// <summary>The right page is cited, or the one beside it.</summary>
    public double? CitedPage { get; init; }

    /// <summary>At most so many answers hold what belongs to something else.</summary>
    public double? WrongFact { get; init; }

    /// <summary>What the documents do not say is refused or handed over.</summary>
    public double? Refused { get; init; }
}
