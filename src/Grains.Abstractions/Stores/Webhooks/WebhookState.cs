namespace SupportPlatform.Stores;

/// <summary>How a webhook does.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.webhook-state")]
public sealed record WebhookState
{
    /// <summary>The address.</summary>
    [Id(0)] public required string Url { get; init; }

    /// <summary>Since when nothing was taken; null while all is.</summary>
    [Id(1)] public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Since when nothing is sent any more, after days of failure; the settings written anew begin again.</summary>
    [Id(2)] public DateTimeOffset? DisabledAt { get; init; }
}
