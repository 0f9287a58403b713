using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>An answer that a customer got.</summary>
internal sealed record FinishedTurn
{
    /// <summary>The outcome of a turn that neither the model nor the knowledge answered in time; it says nothing about the knowledge.</summary>
    public const string Failed = "failed";

    /// <summary>The turn's id; of an agent's answer, that of its first message.</summary>
    public required string Id { get; init; }

    /// <summary>The number of the event that ended it.</summary>
    public required long Seq { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>assistant</c> or <c>agent</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The ids of the messages that it is.</summary>
    public required ImmutableArray<string> Messages { get; init; }

    /// <summary>What was asked, masked; empty where nothing was.</summary>
    public required string Question { get; init; }

    /// <summary>What was answered, masked; empty where it is from what a customer attached.</summary>
    public required string Answer { get; init; }

    /// <summary>One of <see cref="Outcomes"/>, or <see cref="Failed"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>How sure the assistant was, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The question's language as a two-letter code.</summary>
    public required string Language { get; init; }

    /// <summary>The instructions that it was given under, as <c>id/version</c>.</summary>
    public ImmutableArray<string> Instructions { get; init; } = [];

    /// <summary>The names of the sources that it cites.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The names of the sources whose passages it was written beside, cited or not.</summary>
    public ImmutableArray<string> Supplied { get; init; } = [];

    /// <summary>Whether a person was offered with it, or came in after it before the customer wrote again.</summary>
    public bool HandedOff { get; init; }
}
