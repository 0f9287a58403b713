namespace SupportPlatform.Stores;

/// <summary>Sends once more what was sent, or was given up; with the same id.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.redeliver-webhook")]
public sealed record RedeliverWebhook
{
    /// <summary>To where.</summary>
    [Id(0)] public required string Url { get; init; }

    /// <summary>The conversation's public id.</summary>
    [Id(1)] public required string ConversationId { get; init; }

    /// <summary>The event's number.</summary>
    [Id(2)] public required long Seq { get; init; }
}
