using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Finds questions that the knowledge answers and that follow from an answer.</summary>
internal static class FollowUps
{
    private const int Most = 3;
    private const int MostTried = 8;
    private const int LongestQuestion = 90;

    /// <summary>Up to three questions of the cited sources, or their sections, that were not asked yet.</summary>
    public static ImmutableArray<string> For(TurnPlan plan, IReadOnlyList<Citation> citations, IEnumerable<string> asked)
    {
        var sources = citations.Where(c => !c.FromCustomer).Select(c => c.Source).Distinct(StringComparer.Ordinal).Take(2).ToList();
        var known = asked.Select(Terms).ToList();
        known.AddRange(citations.Select(c => Terms(c.Quote)));
        var used = citations.Select(c => (c.Source, c.Section)).ToHashSet();
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var question in Entries(plan, sources))
        {
            var terms = Terms(question);
            if (found.Count == Most || known.Exists(k => IsSame(terms, k))) continue;
            known.Add(terms);
            found.Add(question);
        }

        if (found.Count == Most) return found.DrainToImmutable();
        foreach (var (question, words) in Candidates(plan, sources, used).Take(MostTried))
        {
            var terms = Terms(words);
            if (known.Exists(k => IsSame(terms, k)) || !IsAnswered(plan.Knowledge, question, sources)) continue;
            known.Add(terms);
            found.Add(question);
            if (found.Count == Most) break;
        }

        return found.DrainToImmutable();
    }

    // The entries of questions and answers that came near.
    private static IEnumerable<string> Entries(TurnPlan plan, List<string> sources) => plan.Passages()
        .Where(p => p.Passage.IsFaq && !sources.Contains(p.Passage.Source) && p.Passage.Title.Length <= LongestQuestion)
        .Where(p => plan.Questions.Any(q => q.Query.Entries.GetValueOrDefault(p.Passage) >= AnswerPolicy.Unclear / 2))
        .Select(p => p.Passage.Title);

    // Questions as they are shown, with the words that they are found by.
    private static IEnumerable<(string Question, string Words)> Candidates(
        TurnPlan plan, List<string> sources, HashSet<(string, string?)> used)
    {
        var passages = plan.Knowledge.Sources.Where(s => sources.Contains(s.Name))
            .OrderBy(s => sources.IndexOf(s.Name)).SelectMany(s => s.Passages).Where(p => p.Weight >= 1).ToList();
        var questions = passages.SelectMany(p => p.Lines).Select(l => l.Text)
            .Where(t => t.Length <= LongestQuestion && t[^1] is '?' or '？' or '؟');
        var sections = passages.Where(p => p.Section is not null && !used.Contains((p.Source, p.Section)))
            .Select(p => (p.Title, Heading: p.Section!.Split(DocumentLine.SectionSeparator)[^1]))
            .Where(s => s.Heading.Length <= 50 && !s.Heading.Any(char.IsDigit) && s.Heading.Contains(' ', StringComparison.Ordinal))
            .Select(s => (Phrases.Question(plan.Language, s.Heading, s.Title), $"{s.Title} {s.Heading}"));
        return questions.Select(q => (q, q)).Concat(sections).Distinct();
    }

    private static bool IsAnswered(KnowledgeSnapshot knowledge, string question, List<string> sources)
    {
        var query = knowledge.Read(question);
        var found = EvidenceFinder.Find(query, knowledge.Search(query, 3));
        return found.Count > 0 && found[0].Coverage >= AnswerPolicy.Answers && sources.Contains(found[0].Statement.Passage.Source);
    }

    private static HashSet<string> Terms(string text) => Tokens.Of(text).ToHashSet(StringComparer.Ordinal);

    private static bool IsSame(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || a.Count(b.Contains) >= 0.8 * a.Count;
}
