using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>When a store wants a person besides what the platform's own rules say.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.escalation-settings")]
public sealed record EscalationSettings
{
    /// <summary>The store's rules, the first that holds counts; at most 50.</summary>
    [Id(0)] public ImmutableArray<EscalationRule> Rules { get; init; } = [];

    /// <summary>Contacts who always get a person, by their ids within the store; at most 1,000 of 100 characters.</summary>
    [Id(1)] public ImmutableArray<string> VipContacts { get; init; } = [];

    /// <summary>The team whose queue they wait in, and everything that no rule names one for; see <see cref="EscalationRule.Desk"/>.</summary>
    [Id(2)] public string Desk { get; init; } = "main";
}
