using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>A store's webhooks and what was sent to them last.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.webhook-report")]
public sealed record WebhookReport
{
    /// <summary>The webhooks, by address.</summary>
    [Id(0)] public required ImmutableArray<WebhookState> Webhooks { get; init; }

    /// <summary>The last deliveries, latest first, at most 200.</summary>
    [Id(1)] public required ImmutableArray<WebhookDelivery> Deliveries { get; init; }

    /// <summary>The types of events that there are, by name.</summary>
    [Id(2)] public ImmutableArray<string> EventTypes { get; init; } = [];
}
