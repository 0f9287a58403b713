using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>
/// Plans a turn that may use something beside the store's knowledge. Each is asked by itself, since they are indexed apart,
/// and each question goes to the one that answers it better.
/// </summary>
internal static class PlanChoice
{
    /// <summary>The plan.</summary>
    /// <param name="knowledge">The store's knowledge.</param>
    /// <param name="input">The turn, with what stands beside it.</param>
    public static TurnPlan Of(KnowledgeSnapshot knowledge, TurnInput input) => HoursPlan.With(Best(knowledge, input), input);

    private static TurnPlan Best(KnowledgeSnapshot knowledge, TurnInput input)
    {
        var plan = QuestionPlanner.Plan(knowledge, input);
        if (input.Beside is null || plan.Decision is Decision.SmallTalk or Decision.WantsPerson) return plan;
        var beside = QuestionPlanner.Plan(input.Beside, input);

        // A name that the store does not know and the attachment has: the store's word on the rest would be of something else.
        if (plan.Questions.Any(q => q.Query.ForeignNames.Any()) && beside.Questions.Any(q => q.Query.NamesSource)) return beside;
        if (beside.Coverage < AnswerPolicy.Answers) return plan;
        if (plan.Coverage < AnswerPolicy.Answers) return beside;

        // What comes with a question is what the question is about; otherwise the store's own word goes first.
        var questions = beside.Questions.Where(q => q.IsAnswered && (input.Attaches || q.Coverage > Same(plan, q))).ToList();
        if (questions.Count == 0) return plan;
        var others = plan.Questions.Where(q => q.IsAnswered && !questions.Exists(b => b.Query.Text == q.Query.Text)).ToList();
        return others.Count == 0 ? beside : beside with
        {
            Questions = [.. questions, .. others],
            Decision = Decision.Answer,
            Rivals = [],
            HasRest = plan.HasRest && beside.HasRest && questions.Count + others.Count <= Math.Max(plan.Questions.Length, beside.Questions.Length),
        };
    }

    private static double Same(TurnPlan plan, PlannedQuestion question) =>
        plan.Questions.FirstOrDefault(q => q.Query.Text == question.Query.Text)?.Coverage ?? 0;
}
