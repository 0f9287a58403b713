namespace SupportPlatform.Desk;

/// <summary>A conversation that a desk offers to an agent for a while.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.offer-view")]
public sealed record OfferView
{
    /// <summary>The offer's id.</summary>
    [Id(0)] public required string OfferId { get; init; }

    /// <summary>The conversation's public id.</summary>
    [Id(1)] public required string ConversationId { get; init; }

    /// <summary>The desk that offers it.</summary>
    [Id(2)] public required string Desk { get; init; }

    /// <summary>When the desk will ask the next agent.</summary>
    [Id(3)] public required DateTimeOffset ExpiresAt { get; init; }
}
