using SupportPlatform.Conversations;
using SupportPlatform.Models;

namespace SupportPlatform.Knowledge;

/// <summary>What clusters of good answers propose. Pure.</summary>
/// <remarks>
/// Each answer in a cluster is evidence for a proposed one, of the weight w × a × s: w is 0.5 for a person's answer (0.6 when it
/// was rated 4, 0.7 when 5) and for the assistant's that was rated 4 (0.6 when 5); a is the share of terms that the two answers
/// have in common (Dice); s is (1 + that of the two questions) / 2, since they have been found alike before. The confidence is
/// 1 − Π(1 − w × a × s): one answer of a person makes 0.5, three that agree 0.88. The answer with the highest is proposed.
/// </remarks>
internal static class ProposalRules
{
    private const int MostVariants = 20;
    private const int BestRating = 5;

    // From this share of common terms on two answers say the same.
    private const double SameAnswer = 0.5;

    // From here on an entry is found so surely that another wording of its question adds nothing.
    private const double SurelyFound = 0.8;

    /// <summary>What a cluster proposes; null when none of its answers has a text any more.</summary>
    public static Proposal? Of(QuestionCluster cluster)
    {
        var evidence = cluster.Turns.Where(t => t.Answer.Length > 0).ToList();
        if (evidence.Count == 0) return null;
        var (best, confidence) = evidence.Select(e => (Turn: e, Confidence: Confidence(e, evidence))).MaxBy(e => e.Confidence);
        var variants = evidence.Select(e => e.Question).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(q => !q.Equals(best.Question, StringComparison.OrdinalIgnoreCase)).TakeLast(MostVariants);
        return new Proposal(best.Question, [.. variants], best.Answer, best.Language, Math.Round(confidence, 3));
    }

    /// <summary>What it would do to the store's entries; null when it would change nothing.</summary>
    public static ProposalTarget? Target(Proposal proposal, KnowledgeSnapshot knowledge)
    {
        var (entry, likeness) = knowledge.Read(proposal.Question).Entries
            .OrderByDescending(e => e.Value).ThenBy(e => e.Key.ChunkId, StringComparer.Ordinal).Select(e => (e.Key, e.Value)).FirstOrDefault();
        if (entry is null || likeness < AnswerPolicy.Answers) return new ProposalTarget(ProposalKinds.New, null);

        // The first line is the question.
        var answer = string.Join('\n', entry.Lines.Skip(1).Select(l => l.Text));
        if (Agreement(proposal.Answer, answer) < SameAnswer) return new ProposalTarget(ProposalKinds.Change, entry.Source);
        var isKnown = likeness >= SurelyFound || entry.Phrasings.Contains(proposal.Question, StringComparer.OrdinalIgnoreCase);
        return isKnown ? null : new ProposalTarget(ProposalKinds.Variant, entry.Source);
    }

    /// <summary>The entry that publishing makes.</summary>
    /// <param name="id">The proposal's id.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="target">What it does.</param>
    /// <param name="entry">The entry that it is about, as it is; null for a new one.</param>
    /// <param name="command">What somebody wants otherwise.</param>
    public static FaqEntry Publish(string id, Proposal proposal, ProposalTarget target, FaqView? entry, PublishProposal command)
    {
        var question = command.Question ?? entry?.Question ?? proposal.Question;
        var asked = (entry?.Variants ?? []).Append(entry?.Question ?? proposal.Question).Append(proposal.Question).Concat(proposal.Variants);
        return new FaqEntry
        {
            Id = entry?.Id ?? id,
            Question = question,
            Variants =
            [
                .. asked.Where(q => !q.Equals(question, StringComparison.OrdinalIgnoreCase))
                    .Distinct(StringComparer.OrdinalIgnoreCase).Take(SourceRules.MostVariants),
            ],
            Answer = command.Answer ?? (target.Kind == ProposalKinds.Variant ? entry?.Answer : null) ?? proposal.Answer,
            Category = command.Category ?? entry?.Category,
            Locale = entry is null ? proposal.Language : entry.Locale,
            Audience = entry?.Audience ?? Audiences.Customers,
        };
    }

    private static double Confidence(ClusteredTurn proposed, List<ClusteredTurn> evidence) => 1 - evidence.Aggregate(1.0, (doubt, e) =>
        doubt * (1 - (Weight(e) * Agreement(e.Answer, proposed.Answer) * (1 + Agreement(e.Question, proposed.Question)) / 2)));

    private static double Weight(ClusteredTurn turn) => turn switch
    {
        { Role: MessageRole.Agent, Rating: BestRating } => 0.7,
        { Role: MessageRole.Agent, Rating: LearningRules.Good } or { Rating: BestRating } => 0.6,
        _ => 0.5,
    };

    private static double Agreement(string one, string other)
    {
        var (a, b) = (Tokens.Of(one).ToHashSet(StringComparer.Ordinal), Tokens.Of(other).ToHashSet(StringComparer.Ordinal));
        return a.Count + b.Count == 0 ? 1 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }
}
