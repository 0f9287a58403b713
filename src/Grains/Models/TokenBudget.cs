using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Fits a turn's context into what a model reads: passages first, then the latest messages, then the summary.</summary>
internal sealed class TokenBudget(TokenEstimator estimator, int tokens)
{
    // What a passage's or message's frame costs beside its words.
    private const int Frame = 25;

    private int _left = tokens;

    /// <summary>Takes a text that must be there.</summary>
    public void Take(string text) => _left -= estimator.Count(text) + Frame;

    /// <summary>The instructions that fit into a quarter of what is left, in the order in which they come.</summary>
    public ImmutableArray<Instruction> Fit(IEnumerable<Instruction> instructions)
    {
        var share = _left / 4;
        var kept = ImmutableArray.CreateBuilder<Instruction>();
        foreach (var instruction in instructions)
        {
            var cost = estimator.Count(instruction.Entry.Text) + Frame;
            if (cost > share) continue;
            share -= cost;
            _left -= cost;
            kept.Add(instruction);
        }

        return kept.DrainToImmutable();
    }

    /// <summary>The best passages that fit; always the first.</summary>
    public ImmutableArray<RankedPassage> Fit(IReadOnlyList<RankedPassage> passages)
    {
        var kept = ImmutableArray.CreateBuilder<RankedPassage>();
        foreach (var passage in passages)
            if (Fits(passage.Passage.Text) || kept.Count == 0) kept.Add(passage);
        return kept.DrainToImmutable();
    }

    /// <summary>The latest messages that fit, oldest first.</summary>
    public ImmutableArray<HistoryMessage> Fit(ImmutableArray<HistoryMessage> history)
    {
        var from = history.Length;
        while (from > 0 && Fits(history[from - 1].Text)) from--;
        return history[from..];
    }

    /// <summary>The summary if it fits.</summary>
    public string? Fit(string? summary) => summary is not null && Fits(summary) ? summary : null;

    private bool Fits(string text)
    {
        var cost = estimator.Count(text) + Frame;
        if (cost > _left) return false;
        _left -= cost;
        return true;
    }
}
