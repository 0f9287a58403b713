using System.Text;

namespace SupportPlatform.Extraction;

/// <summary>Collects a document's text as Markdown, up to a number of characters.</summary>
/// <param name="limit">The most characters, in UTF-16 units.</param>
internal sealed class MarkdownText(int limit)
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds a heading; empty ones are left out.</summary>
    /// <param name="level">Its level, 1 to 6; deeper ones count as 6.</param>
    /// <param name="title">Its words.</param>
    public void Heading(int level, string title)
    {
        if (string.IsNullOrWhiteSpace(title)) return;
        Block(new string('#', Math.Clamp(level, 1, 6)) + " " + OneLine(title));
    }

    /// <summary>Adds a paragraph of its own; empty ones are left out.</summary>
    public void Paragraph(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var trimmed = text.Trim();

        // What begins as a heading would is not one.
        Block(trimmed[0] == '#' ? "\\" + trimmed : trimmed);
    }

    /// <summary>Adds an item of a list, directly under the line before it.</summary>
    /// <param name="level">How deep it stands, from 0.</param>
    /// <param name="marker">Its marker, as <c>-</c> or <c>3.</c></param>
    /// <param name="text">Its words.</param>
    public void Item(int level, string marker, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        Line(new string(' ', Math.Min(level, 8) * 3) + marker + " " + OneLine(text));
    }

    /// <summary>Adds a line directly under the one before it.</summary>
    public void Line(string line) => Append(_text.Length == 0 ? "" : "\n", line);

    /// <summary>Adds a block after an empty line.</summary>
    public void Block(string block) => Append(_text.Length == 0 ? "" : "\n\n", block);

    /// <summary>Begins a new block; used before a list or rows.</summary>
    public void Break()
    {
        if (_text.Length > 0) Append("\n", "");
    }

    /// <summary>White space, line ends too, as single spaces.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Append(string before, string text)
    {
        if (_text.Length + before.Length + text.Length > limit)
            throw RejectedFileException.TooMuchText(limit);
        _text.Append(before).Append(text);
    }
}
