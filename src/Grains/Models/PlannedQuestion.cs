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
    /// <summary>The best statement's coverage, 0 to 1.</summary>
    public double Coverage => Found.Count == 0 ? 0 : Found[0].Coverage;

    /// <summary>Whether a statement answers it.</summary>
    public bool IsAnswered => Coverage >= AnswerPolicy.Answers;
}
