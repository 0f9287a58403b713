using SupportPlatform.Knowledge;
using SupportPlatform.Stores;

namespace SupportPlatform.Models;

/// <summary>Lets the opening hours of the store's settings answer what asks for them.</summary>
internal static class HoursPlan
{
    /// <summary>
    /// The plan with the opening hours in it. What the store wrote of its hours goes first, but no document knows what day it
    /// is.
    /// </summary>
    public static TurnPlan With(TurnPlan plan, TurnInput input)
    {
        if (plan.Decision is Decision.SmallTalk or Decision.WantsPerson || OpeningHours.Of(input.Settings) is not { } hours) return plan;
        var texts = input.Questions.SelectMany(QuestionSplitter.Questions).ToList();
        var asked = texts.Select(t => (Text: t, Question: HoursQuestion.Read(t)))
            .Where(a => a.Question is { } q && (q.NeedsClock || plan.Coverage < AnswerPolicy.Answers)).ToList();
        if (asked.Count == 0) return plan;
        var source = new HoursSource(hours, input.Settings, input.Now, plan.Language);
        var planned = asked.Select(a => Planned(plan, a.Text, source.Answer(a.Question!)));
        var others = plan.Questions.Where(q => q.IsAnswered && HoursQuestion.Read(q.Query.Text) is null).ToList();
        return plan with
        {
            Questions = [.. planned, .. others],
            Decision = Decision.Answer,
            Rivals = [],
            HasRest = texts.Count > asked.Count + others.Count,
        };
    }

    // As sure as an entry of questions and answers can be.
    private static PlannedQuestion Planned(TurnPlan plan, string text, Passage passage)
    {
        var query = plan.Knowledge.Read(text) with { Entries = new Dictionary<Passage, double> { [passage] = 1 } };
        return new PlannedQuestion(query, [new RankedPassage(passage, 1)], [new Evidence(passage.Statements[0], 1, 1, 1)]);
    }
}
