using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>
/// Lets what staff whisper answer questions. Each sentence that states a fact (<see cref="GuidanceFacts"/>) is a passage of
/// the conversation; where one answers a question at least as well as the store's knowledge, it alone does, and of several
/// the newest.
/// </summary>
internal static class GuidancePlan
{
    /// <summary>The source's name in citations.</summary>
    public const string Source = "team-note";

    /// <summary>The plan with what was whispered in it.</summary>
    public static TurnPlan With(TurnPlan plan, TurnInput input)
    {
        if (plan.Decision is Decision.SmallTalk or Decision.WantsPerson) return plan;
        foreach (var guidance in input.Guidance.Reverse())
        {
            var facts = GuidanceFacts.In(guidance.Text);
            if (facts.IsEmpty) continue;
            var told = QuestionPlanner.Plan(new KnowledgeSnapshot([Document(facts, plan.Language)]), input with { Guidance = [] });
            var answered = told.Questions.Where(q => q.IsAnswered && q.Coverage >= Same(plan, q)).ToList();
            if (answered.Count == 0) continue;
            var asked = answered.Select(q => q.Query.Text).ToHashSet(StringComparer.Ordinal);
            var others = plan.Questions.Where(q => q.IsAnswered && !asked.Contains(q.Query.Text)).ToList();
            return plan with
            {
                Questions = [.. answered, .. others],
                Decision = Decision.Answer,
                Rivals = [],
                HasRest = told.HasRest && plan.HasRest,
            };
        }

        return plan;
    }

    private static double Same(TurnPlan plan, PlannedQuestion question) =>
        plan.Questions.FirstOrDefault(q => q.Query.Text == question.Query.Text)?.Coverage ?? 0;

    // Whoever wrote it is nobody's business but the team's.
    private static SourceDocument Document(ImmutableArray<string> facts, string language)
    {
        var title = Phrases.Get(Phrases.TeamNote, language);
        var text = string.Join('\n', facts);
        var revision = Digest.Of(text, DocumentReader.RevisionLength);
        return new SourceDocument(Source, title, revision, text, [.. facts.Select((fact, i) => new Passage
        {
            Source = Source,
            Title = title,
            Revision = revision,
            ChunkId = DocumentReader.ChunkId(Source, revision, i),
            Ordinal = i,
            Start = 0,
            End = text.Length,
            Lines = [new DocumentLine(0, fact, LineKind.Text, null, i)],
        })]);
    }
}
