using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>What a store's grain keeps. Property names are stored; they are never renamed.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.store-state")]
internal sealed record StoreState
{
    /// <summary>The settings; null before the first configuration.</summary>
    [Id(0)] public StoreSettings? Settings { get; init; }

    /// <summary>The keys of visitors' tokens, Base64 of 32 bytes, the signing one first.</summary>
    [Id(1)] public ImmutableArray<string> VisitorKeys { get; init; } = [];
}
