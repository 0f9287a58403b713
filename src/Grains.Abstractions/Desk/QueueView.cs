using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>A desk's queue at one moment.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.queue-view")]
public sealed record QueueView
{
    /// <summary>Those who wait, the next one first; at most 1,000.</summary>
    [Id(0)] public required ImmutableArray<QueueLine> Waiting { get; init; }

    /// <summary>How many agents of the desk take conversations.</summary>
    [Id(1)] public required int AgentsOnline { get; init; }

    /// <summary>How many conversations these could take at once, offers not counted.</summary>
    [Id(2)] public required int FreeSlots { get; init; }
}
