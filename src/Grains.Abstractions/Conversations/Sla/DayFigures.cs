namespace SupportPlatform.Conversations;

/// <summary>What happened in a store today, by its own time zone; of each conversation its last wish for a person counts.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.day-figures")]
public sealed record DayFigures
{
    /// <summary>In how many conversations a person was wanted.</summary>
    [Id(0)] public required int Escalated { get; init; }

    /// <summary>How many that people were in were resolved, or given back to the assistant.</summary>
    [Id(1)] public required int Resolved { get; init; }

    /// <summary>The median time to an agent's first message, in seconds; null without any.</summary>
    [Id(2)] public int? MedianFirstResponseSeconds { get; init; }

    /// <summary>How many clocks were late.</summary>
    [Id(3)] public required int Breaches { get; init; }
}
