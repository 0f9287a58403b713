using System.Text;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Writes an answer out of the passages' own statements, each with its number.</summary>
internal static class AnswerWriter
{
    /// <summary>What stands on another page need not come as near. Measured on northwind_docqa.</summary>
    public const double CoverageElsewhere = 0.7;

    // A second statement is said when it answers nearly as well and says something else. Measured on product_qa.
    private const double NearlyAsGood = 0.85;
    private const double NearlyAsGoodScore = 0.93;

    private const double ScoreElsewhere = 0.8;
    private const int MostPlaces = 3;
    private const int MostCited = 4;
    private const double SameWords = 0.6;
    private const int MostStatements = 4;
    private const int MostSteps = 8;
    private const double EnoughForSteps = 0.6;
    private const int LongestParagraph = 320;

    /// <summary>The answer to all questions; empty when the passages answer none.</summary>
    public static string Write(IEnumerable<KnowledgeQuery> questions, IReadOnlyList<RankedPassage> passages, string language)
    {
        var text = new StringBuilder();
        var (ofStore, ofCustomer) = (new List<Statement>(), new List<Statement>());
        var cited = new HashSet<int>();
        foreach (var question in questions)
        {
            var found = EvidenceFinder.Find(question, passages);
            found.RemoveAll(e => e.Statement.Passage.FromCustomer != question.OfAttachments);
            if (found.Count == 0 || found[0].Coverage < AnswerPolicy.Unclear) continue;
            var part = Answer(question, found, question.OfAttachments ? ofCustomer : ofStore, cited, language);
            if (part.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            text.Append(question.OfAttachments ? Attribution.Lead(part, language) : part);
        }

        return text.ToString();
    }

    private static string Answer(KnowledgeQuery question, List<Evidence> found, List<Statement> said, HashSet<int> cited, string language)
    {
        if (found[0].Statement.Passage.IsFaq)
        {
            if (said.Contains(found[0].Statement)) return "";
            said.Add(found[0].Statement);
            return string.Join('\n', found[0].Statement.Text.Split('\n').Select(line => Sentences.Marked(line, found[0].N)));
        }

        if (!said.Contains(found[0].Statement) && Conflicts.Of(found) is { } other)
        {
            said.AddRange([found[0].Statement, other.Statement]);
            return Sentences.Conflicting(question, found[0], other, language);
        }

        var shape = AnswerShapes.Of(question.Text);
        if (shape == AnswerShape.Steps && List(question, found) is { } list &&
            !IsSaid(list.Statement, said) && Steps(list) is { } steps)
        {
            said.Add(list.Statement);
            return steps;
        }

        var sentences = new List<string>();
        foreach (var evidence in Chosen(found, shape, cited))
        {
            if (IsSaid(evidence.Statement, said) || RepeatsLabel(evidence.Statement, said)) continue;
            foreach (var statement in evidence == found[0] || shape == AnswerShape.Steps ? Paragraph(evidence.Statement) : [evidence.Statement])
            {
                if (said.Contains(statement)) continue;
                sentences.Add(statement.Label is not null && said.Exists(s => IsBeside(s, statement))
                    ? Sentences.Marked(statement.Value, evidence.N)
                    : Sentences.Render(question, evidence with { Statement = statement }));
                said.Add(statement);
            }
        }

        return string.Join(' ', sentences);
    }

    // What stands around a sentence in its paragraph belongs to it; of a long one, what follows.
    private static List<Statement> Paragraph(Statement statement)
    {
        var all = statement.Passage.Statements.Where(s => IsBeside(s, statement)).ToList();
        var length = all.Sum(s => s.Value.Length);
        if (length > LongestParagraph) all.RemoveAll(s => s.Order < statement.Order);
        for (; length > LongestParagraph && all.Count > 1; all.RemoveAt(all.Count - 1)) length = all.Take(all.Count - 1).Sum(s => s.Value.Length);
        return all;
    }

    private static bool IsBeside(Statement a, Statement b) =>
        a.Passage == b.Passage && a.Block == b.Block && a.Label == b.Label && a.Question == b.Question && a.IsRow == b.IsRow && (a == b || !a.IsRow);

    // A list under a heading that says what is asked.
    private static Evidence? List(KnowledgeQuery question, List<Evidence> found)
    {
        var aspects = question.Aspects.ToList();
        return found.FirstOrDefault(e => e.Statement.IsItem && e.Coverage >= EnoughForSteps * found[0].Coverage && HeadingSays(e, aspects));
    }

    private static bool HeadingSays(Evidence evidence, List<Concept> aspects)
    {
        var heading = Tokens.Of($"{evidence.Statement.Passage.Section} {evidence.Statement.Lead}").ToHashSet(StringComparer.Ordinal);
        var title = evidence.Statement.Passage.Terms.Title;
        aspects = [.. aspects.Where(a => !a.Wordings.Any(w => w.Terms.All(title.Contains)) || a.Wordings[0].Terms.All(heading.Contains))];
        var said = aspects.Where(a => a.Wordings.Any(w => w.Terms.All(heading.Contains))).Sum(a => a.Weight);
        return said > 0 && said >= EnoughForSteps * aspects.Sum(a => a.Weight);
    }

    // Few of a passage that says it; of other passages what comes near, since an answer's parts may stand on several pages.
    private static IEnumerable<Evidence> Chosen(List<Evidence> found, AnswerShape shape, HashSet<int> cited)
    {
        var best = found[0];
        var places = new HashSet<int> { best.N };
        cited.Add(best.N);
        var count = 0;

        // A number that was asked for is not told in parts.
        var isWhole = AnswerShapes.IsGiven(shape, best.Statement.Value) == true;
        foreach (var evidence in found)
        {
            var passage = evidence.Statement.Passage;
            if (passage.IsFaq || passage.Weight < best.Statement.Passage.Weight) continue;
            var isElsewhere = !places.Contains(evidence.N);
            if (evidence.Score < (isElsewhere && !isWhole ? ScoreElsewhere : NearlyAsGoodScore) * best.Score) continue;
            if (evidence.Coverage < (isElsewhere && !isWhole ? CoverageElsewhere : NearlyAsGood) * best.Coverage) continue;
            if (isElsewhere && (places.Count == MostPlaces || cited.Count == MostCited)) continue;
            places.Add(evidence.N);
            cited.Add(evidence.N);
            yield return evidence;
            if (++count == MostStatements) yield break;
        }
    }

    private static bool RepeatsLabel(Statement statement, List<Statement> said) =>
        statement.Label is not null && said.Any(s => s.Label == statement.Label && s.Block == statement.Block && s.Passage == statement.Passage);

    private static bool IsSaid(Statement statement, List<Statement> said)
    {
        var words = statement.Terms;
        return said.Any(s => !AreBesideInTable(s, statement) && words.Count(s.Terms.Contains) >= SameWords * Math.Min(words.Count, s.Terms.Count));
    }

    // Rows of a table of columns share most words and say different things.
    private static bool AreBesideInTable(Statement a, Statement b) =>
        a != b && a.Passage == b.Passage && a.Block == b.Block && RowCells.Of(a) is not null && RowCells.Of(b) is not null;

    // The list that the best statement stands in, when it is a list of things to do.
    private static string? Steps(Evidence best)
    {
        if (!best.Statement.IsItem || best.Statement.Question is not null) return null;
        var all = best.Statement.Passage.Statements;
        var at = best.Statement.Order;
        var from = at;
        while (from > 0 && all[from - 1].IsItem && all[from - 1].Lead == best.Statement.Lead) from--;
        var to = at;
        while (to + 1 < all.Count && all[to + 1].IsItem && all[to + 1].Lead == best.Statement.Lead) to++;
        var items = all.Skip(from).Take(to - from + 1).GroupBy(s => s.Block).Take(MostSteps).ToList();
        if (items.Count < 2) return null;
        var text = new StringBuilder();
        if (best.Statement.Lead is { } lead) text.Append(AnswerCheck.WithoutMarkers(lead)).Append('\n');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append('\n');
            text.Append(i + 1).Append(". ").Append(Sentences.Marked(Whole(items[i]), best.N));
        }

        return text.ToString();
    }

    private static string Whole(IEnumerable<Statement> item)
    {
        var statements = item.ToList();
        var words = string.Join(' ', statements.Select(s => s.Value));
        return statements[0].Label is { } label ? $"{label}: {words}" : words;
    }
}
