using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>A question of a turn with what was found for it.</summary>
/// <param name="Query">The question, completed from what was said before.</param>
/// <param name="Passages">The passages, best first.</param>
/// <param name="Found">Their statements that answer, best first.</param>
internal sealed record PlannedQuestion(
    KnowledgeQuery Query, ImmutableArray<RankedPassage> Passages, IReadOnlyList<Evidence> Found)
{
    // What is said beside the best statement where it stands elsewhere; see AnswerWriter.
    private const double NearlyAsGood = AnswerWriter.CoverageElsewhere;

    /// <summary>The best statement's coverage, 0 to 1.</summary>
    public double Coverage => Found.Count == 0 ? 0 : Found[0].Coverage;

    /// <summary>Whether what answers it comes a little from everywhere, none of it surely.</summary>
    public bool IsScattered =>
        Coverage < AnswerPolicy.Sure && !Query.NamesSource && !Found[0].Statement.Passage.IsFaq &&
        Found.TakeWhile(e => e.Coverage >= NearlyAsGood * Coverage).Select(e => e.Statement.Passage.Source)
            .Distinct(StringComparer.Ordinal).Count() >= AnswerPolicy.Scattered;

    /// <summary>Whether a statement answers it.</summary>
    public bool IsAnswered => Coverage >= AnswerPolicy.Answers;
}
