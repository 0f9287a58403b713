using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>A store as the front ends need it.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.store-profile")]
public sealed record StoreProfile
{
    /// <summary>The settings.</summary>
    [Id(0)] public required StoreSettings Settings { get; init; }

    /// <summary>
    /// The keys of visitors' tokens (HS256, 32 bytes, Base64), the one that signs first; the others still verify.
    /// </summary>
    [Id(1)] public required ImmutableArray<string> VisitorKeys { get; init; }

    /// <summary>Whether spoken messages can be turned into text.</summary>
    [Id(2)] public bool Transcribes { get; init; }
}
