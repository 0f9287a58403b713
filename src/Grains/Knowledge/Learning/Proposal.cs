using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>What a cluster of good answers proposes.</summary>
/// <param name="Question">The question of the answer that most of the others bear out.</param>
/// <param name="Variants">The other wordings, at most 20.</param>
/// <param name="Answer">That answer.</param>
/// <param name="Language">The question's language.</param>
/// <param name="Confidence">How sure it is, 0 to 1; see <see cref="ProposalRules"/>.</param>
internal sealed record Proposal(string Question, ImmutableArray<string> Variants, string Answer, string Language, double Confidence);
