namespace SupportPlatform.Knowledge;

/// <summary>A line of a document as it is read: a heading, an item, a row, a paragraph or a part of one.</summary>
/// <param name="Start">The offset of its first character in the document, in UTF-16 units.</param>
/// <param name="Text">Its words without markup; never empty.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Section">The headings above it, outermost first, joined by <see cref="SectionSeparator"/>.</param>
/// <param name="Block">Lines of one paragraph, item or table share a number.</param>
internal sealed record DocumentLine(int Start, string Text, LineKind Kind, string? Section, int Block)
{
    /// <summary>The page that it stands on, counted from 1; null where there are no pages.</summary>
    public int? Page { get; init; }

    /// <summary>What stands between the headings of a section path.</summary>
    public const string SectionSeparator = " › ";
}
