using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>What an administrator sets for a store.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.store-settings")]
public sealed record StoreSettings
{
    /// <summary>The store's name as customers read it, 1 to 100 characters.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>The assistant's name, at most 60 characters.</summary>
    [Id(1)] public string AssistantName { get; init; } = "Assistant";

    /// <summary>What the store is, for the assistant, at most 2,000 characters.</summary>
    [Id(2)] public string Description { get; init; } = "";

    /// <summary>The default language as a BCP 47 tag.</summary>
    [Id(3)] public string Locale { get; init; } = "en";

    /// <summary>The store's time zone as an IANA name.</summary>
    [Id(4)] public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Opening hours.</summary>
    [Id(5)] public ImmutableArray<OpeningPeriod> Hours { get; init; } = [];

    /// <summary>Origins (<c>https://shop.example</c>) whose pages may call the interfaces; <c>*</c> for any.</summary>
    [Id(6)] public ImmutableArray<string> AllowedOrigins { get; init; } = [];

    /// <summary>The first words of the assistant in the chat, at most 500 characters.</summary>
    [Id(7)] public string Greeting { get; init; } = "";

    /// <summary>Questions offered before the first message, at most 6.</summary>
    [Id(8)] public ImmutableArray<string> StarterQuestions { get; init; } = [];

    /// <summary>The store's colour for its public pages, as <c>#rrggbb</c>; null for the platform's own.</summary>
    [Id(9)] public string? BrandColor { get; init; }

    /// <summary>The chat on pages; null leaves all of it to the widget.</summary>
    [Id(10)] public WidgetSettings? Widget { get; init; }

    /// <summary>When a person is wanted; null for the platform's rules alone.</summary>
    [Id(11)] public EscalationSettings? Escalation { get; init; }

    /// <summary>Whether staff approve the assistant's answers; null for no.</summary>
    [Id(12)] public ApprovalSettings? Approval { get; init; }

    /// <summary>How fast the store's people promise to be; null for no promise.</summary>
    [Id(14)] public SlaSettings? Sla { get; init; }

    /// <summary>Days on which the store does not open, in its time zone, at most 400.</summary>
    [Id(15)] public ImmutableArray<DateOnly> Holidays { get; init; } = [];

    /// <summary>Where the store's own systems are told what happens, at most 10; without their secrets where they are read.</summary>
    [Id(16)] public ImmutableArray<WebhookSettings> Webhooks { get; init; } = [];

    /// <summary>
    /// Of which moment these are, where they are read. Written with it they are refused when somebody else has changed the store since; null
    /// writes them in any case.
    /// </summary>
    [Id(17)] public string? Revision { get; init; }
}
