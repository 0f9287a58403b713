namespace SupportPlatform.Desk;

/// <summary>Who answers an offer.</summary>
public sealed record OfferBody
{
    /// <summary>The agent to whom it is offered; null: who has signed in.</summary>
    public string? AgentId { get; init; }
}
