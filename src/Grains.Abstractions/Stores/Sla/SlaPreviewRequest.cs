namespace SupportPlatform.Stores;

/// <summary>What promises are worked out for.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.sla-preview-request")]
public sealed record SlaPreviewRequest
{
    /// <summary>Settings that are not saved yet; null for the store's.</summary>
    [Id(0)] public StoreSettingsChange? Change { get; init; }

    /// <summary>The desk at which the conversation waits; null for the store's own.</summary>
    [Id(1)] public string? Desk { get; init; }
}
