using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Decides what a turn does. Pure; its thresholds are here and nowhere else.</summary>
/// <remarks>Measured on the development rows of product_qa over the Markdown manuals.</remarks>
internal static class AnswerPolicy
{
    /// <summary>From this coverage on the best statement is an answer.</summary>
    public const double Answers = 0.5;

    /// <summary>What a name that the store does not know weighs: what is asked is then mostly about another thing.</summary>
    private const double ForeignNameWeight = 2.5;

    /// <summary>What a concept weighs in coverage.</summary>
    public static double WeightOf(Concept concept) =>
        concept.Weight * (!concept.IsKnown && concept.LooksLikeName ? ForeignNameWeight : 1);
}
