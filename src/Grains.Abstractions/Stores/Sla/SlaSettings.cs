using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>How fast a store's people promise to be.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.sla-settings")]
public sealed record SlaSettings
{
    /// <summary>The policies, at most 50; the first that fits a conversation counts.</summary>
    [Id(0)] public ImmutableArray<SlaPolicy> Policies { get; init; } = [];
}
