using System.Text;
using System.Text.RegularExpressions;

namespace SupportPlatform.Extraction;

/// <summary>Writes a page as Markdown: headings, paragraphs, items and tables, told apart by how they are set.</summary>
internal sealed partial class PdfMarkdown
{
    // As parts of the size of the text: more space than between lines parts paragraphs; what is set in by so much is an item.
    private const double Apart = 0.12;
    private const double Indent = 0.5;
    private const double SameSize = 0.1;
    private const char ListEnd = ':';

    private readonly PdfType _type;
    private readonly MarkdownText _to;
    private readonly StringBuilder _words = new();
    private readonly List<IReadOnlyList<(int Column, string Text)>> _written = [];
    private readonly Dictionary<int, double> _edges;
    private PdfLine? _first;
    private PdfLine? _last;
    private string? _marker;
    private int _level;
    private bool _leads = true;
    private bool _isList;

    private PdfMarkdown(PdfPage page, PdfType type, MarkdownText to)
    {
        (_type, _to) = (type, to);
        _edges = page.Lines.GroupBy(l => l.Flow).ToDictionary(g => g.Key, g => g.Min(l => l.Left));
    }

    /// <summary>Writes a page.</summary>
    public static void Write(PdfPage page, PdfType type, MarkdownText to)
    {
        // What stands beside the dots of a table of contents is a part of it.
        var dots = page.Lines.Where(l => Contents().IsMatch(l.Text)).ToList();
        page = page with { Lines = [.. page.Lines.Where(l => !dots.Contains(l) && !dots.Exists(l.IsBeside))] };
        var writer = new PdfMarkdown(page, type, to);
        var tables = PdfTable.Find([.. page.Lines.Where(l => type.HeadingOf(l) is null && IsText(l) && !Bullet().IsMatch(l.Text))]);
        var tableOf = tables.SelectMany(t => t.Lines.Select(l => (Line: l, Table: t)))
            .DistinctBy(x => x.Line).ToDictionary(x => x.Line, x => x.Table);
        var seen = new HashSet<PdfTable>();
        foreach (var line in page.Lines)
        {
            if (!tableOf.TryGetValue(line, out var table)) writer.Line(line);
            else if (seen.Add(table)) writer.Table(table);
        }

        writer.End();
    }

    private static bool IsText(PdfLine line) => line.Text.Any(char.IsLetterOrDigit);

    private void Table(PdfTable table)
    {
        End();
        Rows(table.Rows(_type.Leading));
    }

    private void Line(PdfLine line)
    {
        if (!IsText(line)) return;
        if (line.Text is ['|', .., '|'])
        {
            End(keepRows: true);
            _written.Add([.. line.Text[1..^1].Split('|').Select((c, i) => (i, c.Trim())).Where(c => c.Item2.Length > 0)]);
            return;
        }

        if (_type.HeadingOf(line) is { } heading) Heading(line, heading.Level, heading.Words);
        else if (Bullet().Match(line.Text) is { Success: true } bullet) Begin(line, bullet.Groups["number"] is { Success: true } n ? $"{n.Value}." : "-", line.Text[bullet.Length..]);
        else if (_level == 0 && _last is not null && Continues(line)) Append(line.Text);
        else
        {
            End();
            Begin(line, IsSetIn(line) ? "-" : null, line.Text);
        }

        _last = line;
    }

    // A heading may take several lines.
    private void Heading(PdfLine line, int level, string words)
    {
        if (_level == level && _last is not null && Math.Abs(_last.Size - line.Size) < SameSize * line.Size
            && line.Top - _last.Bottom < Indent * line.Size && line.Block == _last.Block && words == line.Text)
        {
            Append(words);
            return;
        }

        End();
        (_level, _first) = (level, line);
        _words.Append(words);
    }

    private void Begin(PdfLine line, string? marker, string text)
    {
        End();
        (_first, _marker) = (line, marker);
        _words.Append(text);
    }

    private bool Continues(PdfLine line)
    {
        if (Math.Abs(line.Size - _last!.Size) > SameSize * _last.Size) return false;
        var gap = (line.Top - _last.Bottom) / Math.Max(1, line.Size);

        // At the head of a column, and round a picture, a sentence may go on.
        var goesOn = char.IsLower(line.Text[0]) && _words[^1] is not ('.' or '!' or '?' or ':');
        if (gap < -1 || (goesOn && gap < 1)) return goesOn;
        return line.Left < _last.Right && _last.Left < line.Right && gap <= _type.Leading + Apart && (_marker is null || line.Left >= _first!.Left - (Indent * line.Size));
    }

    // Bullets are often drawn, and no part of the text.
    private bool IsSetIn(PdfLine line) => _leads && line.Left >= _edges[line.Flow] + (Indent * line.Size);

    private void Append(string text)
    {
        if (_words.Length > 1 && _words[^1] == '-' && char.IsLetter(_words[^2]) && char.IsLower(text[0])) _words.Length--;
        else if (!IsUnspaced(_words[^1]) || !IsUnspaced(text[0])) _words.Append(' ');
        _words.Append(text);
    }

    private void End(bool keepRows = false)
    {
        if (!keepRows && _written.Count > 0)
        {
            Rows([.. _written]);
            _written.Clear();
        }

        if (_words.Length == 0) return;
        var text = Escape().Replace(_words.ToString(), @"\$0");
        if (_level > 0) _to.Heading(_level, text);
        else if (_marker is null) _to.Paragraph(Opening().Replace(text, @"${before}\${sign}"));
        else Item(text);
        _isList = _marker is not null;
        _leads = _level > 0 || _marker is not null || text[^1] == ListEnd;
        _words.Clear();
        (_level, _marker, _last) = (0, null, null);
    }

    private void Item(string text)
    {
        if (!_isList) _to.Break();
        _to.Item(0, _marker!, text);
    }

    private void Rows(IReadOnlyList<IReadOnlyList<(int Column, string Text)>> rows)
    {
        MarkdownTable.Write([.. rows.Select(r => r.Select(c => (c.Column, Escape().Replace(c.Text, @"\$0"))).ToList())], _to);
        _leads = _isList = false;
    }

    // Chinese and Japanese stand without spaces.
    private static bool IsUnspaced(char c) => c is >= '\u2E80' and < '\uAC00' or >= '\uF900' and < '\uFB00' or >= '\uFF00' and < '\uFFF0';

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^([•●▪■◦○‣∙·\uF0B7\uF0A7–*-]|\(?(?<number>\d{1,2})[.)])\s+(?=\S)", Options, 1_000)]
    private static partial Regex Bullet();

    // A line of a table of contents: dots that lead to a number.
    [GeneratedRegex(@"(\s?\.){4,}\s*\d*$", Options, 1_000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"[\\`*\[\]<>&]|(?<!\w)_|_(?!\w)", Options, 1_000)]
    private static partial Regex Escape();

    // What would begin a list or a heading.
    [GeneratedRegex(@"^(?<before>\d{0,9})(?<sign>[-+=#|]|(?<=\d)[.)])(?=\s|$)", Options, 1_000)]
    private static partial Regex Opening();
}
