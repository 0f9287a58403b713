namespace SupportPlatform.Models;

/// <summary>What the decision of a turn rests on.</summary>
internal sealed record TurnSignals
{
    /// <summary>The small talk that the messages are; null when they are more.</summary>
    public string? SmallTalk { get; init; }

    /// <summary>Whether a message asks for a person.</summary>
    public bool WantsPerson { get; init; }

    /// <summary>The best statement's coverage, 0 to 1; see <see cref="Knowledge.Evidence.Coverage"/>.</summary>
    public double Coverage { get; init; }

    /// <summary>Sources whose like statements compete to answer a question that names none of them.</summary>
    public IReadOnlyList<string> Rivals { get; init; } = [];

    /// <summary>Whether what answers comes a little from everywhere, as for "machine broken help".</summary>
    public bool IsScattered { get; init; }

    /// <summary>How many turns in a row ended without an answer.</summary>
    public int UnansweredTurns { get; init; }
}
