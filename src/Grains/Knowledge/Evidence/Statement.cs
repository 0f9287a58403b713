namespace SupportPlatform.Knowledge;

/// <summary>A sentence, item or row of a passage: the smallest thing that answers.</summary>
internal sealed class Statement
{
    /// <summary>The passage.</summary>
    public required Passage Passage { get; init; }

    /// <summary>Its place among the passage's statements.</summary>
    public required int Order { get; init; }

    /// <summary>The passage's own words, with the label.</summary>
    public required string Text { get; init; }

    /// <summary>What a row of data is about, as <c>Weight</c> of <c>Weight: 12 lbs</c>.</summary>
    public string? Label { get; init; }

    /// <summary>The words without the label.</summary>
    public required string Value { get; init; }

    /// <summary>The question that it answers, where the passage asks one.</summary>
    public string? Question { get; init; }

    /// <summary>The line that leads to it, as <c>Follow these steps:</c>.</summary>
    public string? Lead { get; init; }

    /// <summary>Whether it is an item of a list.</summary>
    public bool IsItem { get; init; }

    /// <summary>Whether it is a table's row or a line of code, which stands for itself.</summary>
    public bool IsRow { get; init; }

    /// <summary>The block that it belongs to; see <see cref="DocumentLine.Block"/>.</summary>
    public required int Block { get; init; }

    /// <summary>Whether it only says that the document does not say.</summary>
    public bool SaysNothing { get; init; }

    /// <summary>The terms of <see cref="Text"/>.</summary>
    public HashSet<string> Terms => field ??= TermsOf(Text);

    /// <summary>The terms of <see cref="Question"/>.</summary>
    public HashSet<string> QuestionTerms => field ??= TermsOf(Question);

    /// <summary>The terms of <see cref="Label"/>.</summary>
    public HashSet<string> LabelTerms => field ??= TermsOf(Label);

    /// <summary>The terms of the heading right above the passage.</summary>
    public HashSet<string> HeadingTerms => field ??= TermsOf(Passage.Section?.Split(DocumentLine.SectionSeparator)[^1]);

    /// <summary>The terms of <see cref="Lead"/>.</summary>
    public HashSet<string> LeadTerms => field ??= TermsOf(Lead);

    private static HashSet<string> TermsOf(string? text) =>
        text is null ? [] : Tokens.Of(text).ToHashSet(StringComparer.Ordinal);
}
