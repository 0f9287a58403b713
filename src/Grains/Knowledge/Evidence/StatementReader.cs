using System.Text.RegularExpressions;

namespace SupportPlatform.Knowledge;

/// <summary>Reads a passage into its statements.</summary>
internal static partial class StatementReader
{
    private const int LongestLabel = 60;

    /// <summary>The statements, in order. Headings, questions and leads are no statements but stand with those they lead to.</summary>
    public static IReadOnlyList<Statement> Read(Passage passage)
    {
        if (passage.IsFaq) return [Whole(passage)];
        var statements = new List<Statement>();
        string? question = null;
        string? lead = null;
        var questionBlock = -1;
        foreach (var line in passage.Lines)
        {
            // Each row says its columns' names itself.
            if (line.Kind == LineKind.Head && passage.Lines.Any(l => l.Kind == LineKind.Row && l.Block == line.Block)) continue;
            if (line.Kind == LineKind.Heading)
            {
                (question, lead) = (null, null);
                continue;
            }

            if (line.Block != questionBlock) question = null;
            if (line.Text[^1] is '?' or '？' or '؟' && line.Text.Length < 300)
            {
                (question, questionBlock) = (line.Text, line.Block);
                continue;
            }

            if (line.Text[^1] is ':' or '：')
            {
                lead = line.Text;
                continue;
            }

            if (line.Kind == LineKind.Text && lead is not null && statements.Count > 0 && statements[^1].IsItem) lead = null;
            Line(passage, line, question, lead, statements);
        }

        return statements;
    }

    // An answer that the store wrote to a question is said as a whole.
    private static Statement Whole(Passage passage)
    {
        var answer = string.Join('\n', passage.Lines.Skip(1).Select(l => l.Kind == LineKind.Item ? $"- {l.Text}" : l.Text));
        return new Statement { Passage = passage, Order = 0, Value = answer, Text = answer, Question = passage.Title, Block = 0 };
    }

    private static void Line(Passage passage, DocumentLine line, string? question, string? lead, List<Statement> to)
    {
        var (label, rest) = line.Kind is LineKind.Row or LineKind.Head && line.Text.Contains(" – ", StringComparison.Ordinal) ? (null, line.Text) : Label(line.Text);
        foreach (var sentence in Sentences(rest))
        {
            to.Add(new Statement
            {
                Passage = passage,
                Order = to.Count,
                Label = label,
                Value = sentence,
                Text = label is null ? sentence : $"{label}: {sentence}",
                Question = question,
                Lead = lead,
                IsItem = line.Kind == LineKind.Item,
                IsRow = line.Kind is LineKind.Row or LineKind.Head,
                Block = line.Block,
                SaysNothing = NothingSaid().IsMatch(sentence),
            });
        }
    }

    private static (string? Label, string Words) Label(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '：');
        if (colon <= 1 || colon > LongestLabel || colon + 1 >= line.Length) return (null, line);
        if (line[colon] == ':' && !char.IsWhiteSpace(line[colon + 1]) && line[colon + 1] != ':') return (null, line);
        var label = line[..colon];
        var rest = line[(colon + 1)..].TrimStart(' ', ':');
        return rest.Length == 0 || label.AsSpan().ContainsAny(".!?") ? (null, line) : (label.Trim(), rest);
    }

    /// <summary>The sentences of a line.</summary>
    internal static IEnumerable<string> Sentences(string line)
    {
        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (!PlainWords.IsEnd(line, i) && !IsBeforeBullet(line, i)) continue;
            var sentence = line[from..(i + 1)].Trim();
            if (sentence.Length > 1) yield return sentence;
            from = i + 1;
        }

        var rest = line[from..].Trim();
        if (rest.Length > 0) yield return rest;
    }

    // Items of a list that was written as running text.
    private static bool IsBeforeBullet(string line, int i) =>
        i + 2 < line.Length && char.IsWhiteSpace(line[i]) && line[i + 1] is '·' or '•' && char.IsWhiteSpace(line[i + 2]);

    [GeneratedRegex(
        @"\bnot (specified|provided|stated)\b|^(n/?a|unknown|tbd|-)\.?$|\bnicht angegeben\b|\bnon (précisé|spécifié)\b|\bno especificad",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NothingSaid();
}
