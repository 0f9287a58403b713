namespace SupportPlatform.Stores;

/// <summary>One event on its way to one address.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.webhook-delivery")]
public sealed record WebhookDelivery
{
    /// <summary>The message's id, the same at each attempt.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>To where.</summary>
    [Id(1)] public required string Url { get; init; }

    /// <summary>The conversation's public id.</summary>
    [Id(2)] public required string ConversationId { get; init; }

    /// <summary>The event's number.</summary>
    [Id(3)] public required long Seq { get; init; }

    /// <summary>When it was to be sent first.</summary>
    [Id(4)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    [Id(5)] public required int Attempts { get; init; }

    /// <summary>When it is tried next; null when it is delivered or given up.</summary>
    [Id(6)] public DateTimeOffset? NextAt { get; init; }

    /// <summary>When it was taken.</summary>
    [Id(7)] public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What went wrong last.</summary>
    [Id(8)] public string? Failure { get; init; }

    /// <summary>The event's type.</summary>
    [Id(9)] public string? Type { get; init; }
}
