namespace SupportPlatform.Stores;

/// <summary>What a store's rules say of messages.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.escalation-verdict")]
public sealed record EscalationVerdict
{
    /// <summary>One of <see cref="Conversations.EscalationReasons"/>; null when no person is wanted.</summary>
    [Id(0)] public string? Reason { get; init; }

    /// <summary>One of <see cref="Conversations.EscalationTypes"/>.</summary>
    [Id(1)] public string? Type { get; init; }

    /// <summary>The team whose queue it would wait in.</summary>
    [Id(2)] public string? Desk { get; init; }

    /// <summary>What shows the reason.</summary>
    [Id(3)] public string? Evidence { get; init; }

    /// <summary>Which of the messages it was, from 1; null when none.</summary>
    [Id(4)] public int? Message { get; init; }

    /// <summary>The highest frustration of the messages, 0 to 1.</summary>
    [Id(5)] public required double Frustration { get; init; }
}
