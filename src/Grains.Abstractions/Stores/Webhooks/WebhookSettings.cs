using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>Where a store's own systems are told what happens, by the Standard Webhooks specification (standardwebhooks.com).</summary>
[GenerateSerializer, Immutable, Alias("support.stores.webhook-settings")]
public sealed record WebhookSettings
{
    /// <summary>A public address; one webhook an address.</summary>
    [Id(0)] public required string Url { get; init; }

    /// <summary>
    /// What signs: <c>whsec_</c> and Base64 of 24 to 64 bytes. It is never shown again; null keeps the one that the address has.
    /// </summary>
    [Id(1)] public string? Secret { get; init; }

    /// <summary>The types of events that it is told, at least one.</summary>
    [Id(2)] public required ImmutableArray<string> Events { get; init; }

    /// <summary>Whether nothing is sent for now; what happens meanwhile is not sent later either.</summary>
    [Id(3)] public bool IsPaused { get; init; }
}
