using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>A change of some of a store's settings; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.store-settings-change")]
public sealed record StoreSettingsChange
{
    /// <summary>See <see cref="StoreSettings.TimeZone"/>.</summary>
    [Id(0)] public string? TimeZone { get; init; }

    /// <summary>See <see cref="StoreSettings.Hours"/>.</summary>
    [Id(1)] public ImmutableArray<OpeningPeriod>? Hours { get; init; }

    /// <summary>See <see cref="StoreSettings.Holidays"/>.</summary>
    [Id(2)] public ImmutableArray<DateOnly>? Holidays { get; init; }

    /// <summary>See <see cref="StoreSettings.Sla"/>.</summary>
    [Id(3)] public SlaSettings? Sla { get; init; }

    /// <summary>See <see cref="StoreSettings.Escalation"/>.</summary>
    [Id(4)] public EscalationSettings? Escalation { get; init; }

    /// <summary>See <see cref="StoreSettings.Webhooks"/>.</summary>
    [Id(5)] public ImmutableArray<WebhookSettings>? Webhooks { get; init; }

    /// <summary>See <see cref="StoreSettings.Revision"/>.</summary>
    [Id(6)] public string? Revision { get; init; }

    /// <summary>The settings after the change.</summary>
    public StoreSettings Over(StoreSettings settings) => settings with
    {
        TimeZone = TimeZone ?? settings.TimeZone,
        Hours = Hours ?? settings.Hours,
        Holidays = Holidays ?? settings.Holidays,
        Sla = Sla ?? settings.Sla,
        Escalation = Escalation ?? settings.Escalation,
        Webhooks = Webhooks ?? settings.Webhooks,
        Revision = Revision,
    };
}
