using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>
/// Plans a turn that may use something beside the store's knowledge. Each is asked by itself, since they are indexed apart,
/// and each question goes to the one that answers it better. What a customer attached never takes the place of the store's
/// word: where both answer a question, both are said, the store's first. The customer's language goes before others.
/// </summary>
internal static class PlanChoice
{
    /// <summary>The plan.</summary>
    /// <param name="knowledge">The store's knowledge.</param>
    /// <param name="input">The turn, with what stands beside it.</param>
    public static TurnPlan Of(KnowledgeSnapshot knowledge, TurnInput input) => GuidancePlan.With(HoursPlan.With(InLanguage(knowledge, input), input), input);

    // What the store says in the customer's language goes before what it says in others, which serve where it says nothing.
    private static TurnPlan InLanguage(KnowledgeSnapshot knowledge, TurnInput input)
    {
        if (!knowledge.SpeaksBeside(input.Language)) return Best(knowledge, input);
        var own = Best(knowledge.In(input.Language), input);
        if (own.Decision is Decision.SmallTalk or Decision.WantsPerson || own.Coverage >= AnswerPolicy.Sure) return own;
        var any = Best(knowledge, input);
        return any.Coverage >= Math.Max(AnswerPolicy.Answers, own.Coverage + QuestionPlanner.ClearlyBetter) ? any : own;
    }

    private static TurnPlan Best(KnowledgeSnapshot knowledge, TurnInput input)
    {
        var plan = QuestionPlanner.Plan(knowledge, input);
        if (input.Beside is null || plan.Decision is Decision.SmallTalk or Decision.WantsPerson) return plan;
        var isAttached = input.Beside.Passages.Any(p => p.FromCustomer);
        var beside = QuestionPlanner.Plan(input.Beside, input);
        beside = beside with { Questions = [.. beside.Questions.Select(q => q with { Query = q.Query with { OfAttachments = isAttached } })] };

        // A name that the store does not know and the attachment has: the store's word on the rest would be of something else.
        if (plan.Questions.Any(q => q.Query.ForeignNames.Any()) && beside.Questions.Any(q => q.Query.NamesSource)) return beside;
        if (beside.Coverage < AnswerPolicy.Answers) return plan;
        if (plan.Coverage < AnswerPolicy.Answers) return beside;

        // What comes with a question is what the question is about; otherwise the store's own word is enough.
        var questions = beside.Questions.Where(q => q.IsAnswered && (input.Attaches || q.Coverage > Same(plan, q))).ToList();
        if (questions.Count == 0) return plan;

        // Between things of its own the store has not answered yet.
        var own = isAttached && !plan.Rivals.IsEmpty ? [] : plan.Questions.Where(q => q.IsAnswered).ToList();
        var asked = questions.Select(q => q.Query.Text).ToHashSet(StringComparer.Ordinal);
        if (!isAttached) own.RemoveAll(q => asked.Contains(q.Query.Text));
        if (own.Count == 0) return beside;
        asked.UnionWith(own.Select(q => q.Query.Text));
        return (isAttached ? plan : beside) with
        {
            Questions = isAttached ? [.. own, .. questions] : [.. questions, .. own],
            Decision = Decision.Answer,
            Rivals = [],
            HasRest = plan.HasRest && beside.HasRest && asked.Count <= Math.Max(plan.Questions.Length, beside.Questions.Length),
        };
    }

    private static double Same(TurnPlan plan, PlannedQuestion question) =>
        plan.Questions.FirstOrDefault(q => q.Query.Text == question.Query.Text)?.Coverage ?? 0;
}
