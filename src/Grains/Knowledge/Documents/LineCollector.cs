using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Gathers a document's lines in order, with the headings above each.</summary>
internal sealed class LineCollector
{
    private readonly List<DocumentLine> _lines = [];
    private readonly List<(int Level, string Text)> _headings = [];
    private readonly StringBuilder _text = new();
    private int _start = -1;
    private int _block;
    private string? _section;

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<DocumentLine> Lines => _lines;

    /// <summary>The first heading of level 1, which is the document's title and no section.</summary>
    public string? TopHeading { get; private set; }

    /// <summary>How long the open line is, in characters.</summary>
    public int Length => _text.Length;

    /// <summary>The open line's last character, or a line break when there is none.</summary>
    public char Last => _text.Length == 0 ? '\n' : _text[^1];

    /// <summary>The page that the lines stand on, where there are pages.</summary>
    public int? Page { get; set; }

    /// <summary>Where the text that is read begins in the document, in UTF-16 units.</summary>
    public int Offset { get; set; }

    /// <summary>The kind of the lines that follow.</summary>
    public LineKind Kind { get; set; }

    /// <summary>A new paragraph, item or table begins.</summary>
    public void BeginBlock() => _block++;

    /// <summary>Adds characters to the open line.</summary>
    public void Append(ReadOnlySpan<char> text, int start)
    {
        if (_start < 0) _start = Offset + start;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) _text.Append(c);
            else if (_text.Length > 0 && _text[^1] != ' ') _text.Append(' ');
        }
    }

    /// <summary>Closes the open line.</summary>
    public void EndLine()
    {
        var text = _text.ToString().Trim();
        if (text.Length > 0) _lines.Add(new DocumentLine(_start, text, Kind, Section(), _block) { Page = Page });
        _text.Clear();
        _start = -1;
    }

    /// <summary>Adds a heading.</summary>
    public void Heading(int level, string text, int start)
    {
        BeginBlock();
        _headings.RemoveAll(h => h.Level >= level);
        _section = null;
        if (level == 1 && TopHeading is null) TopHeading = text;
        else if (text.Length > 0) _headings.Add((level, text));
        if (text.Length > 0) _lines.Add(new DocumentLine(Offset + start, text, LineKind.Heading, Section(), _block) { Page = Page });
    }

    private string? Section() =>
        _headings.Count == 0 ? null : _section ??= string.Join(DocumentLine.SectionSeparator, _headings.Select(h => h.Text));
}
