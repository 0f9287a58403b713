using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>Messages to try a store's rules with.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.escalation-test")]
public sealed record EscalationTest
{
    /// <summary>A customer's messages, oldest first; 1 to 20 of at most 8,000 characters.</summary>
    [Id(0)] public required ImmutableArray<string> Messages { get; init; }

    /// <summary>Who writes; null for nobody known.</summary>
    [Id(1)] public string? ContactId { get; init; }

    /// <summary>Rules that are not saved yet; null for the store's.</summary>
    [Id(2)] public EscalationSettings? Settings { get; init; }
}
