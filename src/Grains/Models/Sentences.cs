using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Turns statements into sentences of an answer.</summary>
internal static class Sentences
{
    private const int LongestData = 60;
    private const int LongestLabel = 40;

    /// <summary>Two statements that contradict each other, the newer one first, each with the day of its document and its marker.</summary>
    public static string Conflicting(KnowledgeQuery question, Evidence a, Evidence b, string language)
    {
        var (first, second) = (a.Statement.Passage.ChangedAt, b.Statement.Passage.ChangedAt);
        if (first is null || second is null || first.Value.Date == second.Value.Date)
            return $"{Render(question, a)} {Marked(Phrases.Get(Phrases.OtherSays, language, Text(b), null), b.N)}";
        if (second > first) (a, b, first, second) = (b, a, second, first);
        return $"{Marked(Phrases.Get(Phrases.Dated, language, Text(a).TrimEnd('.', '。'), first), a.N)} {Marked(Phrases.Get(Phrases.OlderSays, language, Text(b), second), b.N)}";

        string Text(Evidence e) => Spoken(question, e.Statement) ?? Plain(e.Statement);
    }

    /// <summary>The statement as a sentence with its marker.</summary>
    public static string Render(KnowledgeQuery question, Evidence evidence) =>
        Marked(Spoken(question, evidence.Statement) ?? RowCells.Of(evidence.Statement)?.Said(question) ?? Plain(evidence.Statement), evidence.N);

    /// <summary>A sentence with its marker before the full stop; what looks like a marker in the passage's own words names nothing here.</summary>
    public static string Marked(string sentence, int n)
    {
        var text = AnswerCheck.WithoutMarkers(sentence).Trim().TrimEnd(';', ',');
        if (text.Length == 0) return "";
        var end = text[^1];
        if (end is '.' or '。') return $"{text[..^1]} [{n}]{end}";
        return PlainWords.EndsSentence(end) ? $"{text} [{n}]" : $"{text} [{n}].";
    }

    // A row of data about a named thing reads as an English sentence: "The weight of the Tent is 12 lbs".
    private static string? Spoken(KnowledgeQuery question, Statement statement)
    {
        if (statement.Label is not { Length: <= LongestLabel } label || statement.Value.Length > LongestData) return null;
        if (!question.NamesSource || !label.All(c => char.IsAsciiLetter(c) || c == ' ')) return null;
        if (PlainWords.EndsSentence(statement.Value[^1]) || IsYesOrNo(statement.Value) || !IsMeasure(statement.Value)) return null;
        if (statement.Value.Contains(label, StringComparison.OrdinalIgnoreCase)) return null;
        if (Language.Guess($"{statement.Passage.Text} {question.Text}", "en") != "en") return null;
        var title = statement.Passage.Title;
        var cut = title.AsSpan().IndexOfAny(":(");
        if (cut > 0) title = title[..cut].TrimEnd();
        var verb = label[^1] == 's' && !label.EndsWith("ss", StringComparison.Ordinal) ? "are" : "is";
        return $"The {Lower(label)} of the {title} {verb} {LowerFirst(statement.Value)}";
    }

    // A whole sentence needs no heading of a word or two before it, unless that is a condition.
    private static string Plain(Statement statement) =>
        statement.Label is { } label && label.Split(' ').Length <= 3 && !IsCondition(label) &&
        PlainWords.EndsSentence(statement.Value[^1]) && statement.Value.Split(' ').Length >= 6 && char.IsUpper(statement.Value[0])
            ? statement.Value
            : statement.Text;

    private static bool IsCondition(string label) =>
        label.Split(' ')[0].ToUpperInvariant() is "IF" or "WHEN" or "FOR" or "WENN" or "BEI" or "FÜR" or "SI" or "POUR" or "PARA";

    private static bool IsMeasure(string value) =>
        char.IsDigit(value[0]) || value[0] is '+' or '$' or '€' or '£' or '±' || value.Split(' ').Length <= 3;

    private static bool IsYesOrNo(string value) =>
        value.StartsWith("yes", StringComparison.OrdinalIgnoreCase) || value.StartsWith("no", StringComparison.OrdinalIgnoreCase);

    private static string Lower(string label) =>
        string.Join(' ', label.Split(' ').Select(w => w.Length > 1 && w.All(char.IsUpper) ? w : w.ToLowerInvariant()));

    // Names and abbreviations keep their capitals: only a word that is followed by another small one is lowered.
    private static string LowerFirst(string value)
    {
        var words = value.Split(' ');
        var plain = words[0].Length > 1 && words[0].Skip(1).All(char.IsLower) && (words.Length == 1 || char.IsLower(words[1][0]));
        return plain ? char.ToLowerInvariant(value[0]) + value[1..] : value;
    }
}
