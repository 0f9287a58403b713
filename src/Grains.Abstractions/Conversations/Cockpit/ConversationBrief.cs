using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A conversation in short, for somebody who takes it over. Made from the log alone, without a model.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-brief")]
public sealed record ConversationBrief
{
    /// <summary>The number of the last event that it knows of.</summary>
    [Id(0)] public required long ThroughSeq { get; init; }

    /// <summary>What the customer wants, in the customer's own words; empty before they wrote.</summary>
    [Id(1)] public required string Summary { get; init; }

    /// <summary>What the customer told of themselves and their case, at most 20, the latest last.</summary>
    [Id(2)] public ImmutableArray<BriefFact> Facts { get; init; } = [];

    /// <summary>What has been answered, and what became of it; at most 6, the latest last.</summary>
    [Id(3)] public ImmutableArray<string> Tried { get; init; } = [];

    /// <summary>What the customer asked and nobody answered yet.</summary>
    [Id(4)] public string? OpenQuestion { get; init; }

    /// <summary>What to do now.</summary>
    [Id(5)] public string? NextStep { get; init; }

    /// <summary>One of <see cref="Sentiments"/>.</summary>
    [Id(6)] public required string Sentiment { get; init; }

    /// <summary>For what kind of help a person was asked for; one of <see cref="EscalationTypes"/>.</summary>
    [Id(7)] public string? Type { get; init; }

    /// <summary>Why a person was asked for; one of <see cref="EscalationReasons"/>.</summary>
    [Id(8)] public string? Reason { get; init; }
}
