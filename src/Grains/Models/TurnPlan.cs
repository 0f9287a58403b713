using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>What a turn is to answer, and from what.</summary>
internal sealed record TurnPlan
{
    /// <summary>The snapshot that the turn works from to its end.</summary>
    public required KnowledgeSnapshot Knowledge { get; init; }

    /// <summary>The customer's language as a two-letter code.</summary>
    public required string Language { get; init; }

    /// <summary>The questions that statements answer; when none does, the one that comes nearest.</summary>
    public required ImmutableArray<PlannedQuestion> Questions { get; init; }

    /// <summary>Whether a part of what was asked has no answer.</summary>
    public required bool HasRest { get; init; }

    /// <summary>What to do.</summary>
    public required Decision Decision { get; init; }

    /// <summary>What competes, for a question back.</summary>
    public required ImmutableArray<string> Rivals { get; init; }

    /// <summary>The small talk, if it is no more.</summary>
    public string? SmallTalk { get; init; }

    /// <summary>The best coverage of all questions.</summary>
    public double Coverage => Questions.IsEmpty ? 0 : Questions.Max(q => q.Coverage);

    /// <summary>The passages of all questions without repetition, the best of each question first.</summary>
    public ImmutableArray<RankedPassage> Passages()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<RankedPassage>();
        for (var rank = 0; Questions.Any(q => rank < q.Passages.Length); rank++)
            foreach (var question in Questions)
                if (rank < question.Passages.Length && seen.Add(question.Passages[rank].Passage.ChunkId))
                    all.Add(question.Passages[rank]);
        return all.DrainToImmutable();
    }
}
