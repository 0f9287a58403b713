namespace SupportPlatform.Desk;

/// <summary>Who answers an offer.</summary>
public sealed record OfferBody
{
    /// <summary>The agent to whom it is offered.</summary>
    public required string AgentId { get; init; }
}
