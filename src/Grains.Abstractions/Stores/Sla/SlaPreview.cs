using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>By when people would have to be done with what is asked at this moment.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.sla-preview")]
public sealed record SlaPreview
{
    /// <summary>The moment.</summary>
    [Id(0)] public required DateTimeOffset At { get; init; }

    /// <summary>Whether the store is open; one without hours always is.</summary>
    [Id(1)] public required bool IsOpen { get; init; }

    /// <summary>When it opens or closes next; null where that never happens.</summary>
    [Id(2)] public DateTimeOffset? NextChange { get; init; }

    /// <summary>By priority, lowest first.</summary>
    [Id(3)] public required ImmutableArray<SlaPromise> Promises { get; init; }
}
