namespace SupportPlatform.Conversations.Staff;

/// <summary>What <c>watch</c> is called with.</summary>
internal sealed record WatchRequest
{
    /// <summary>The store.</summary>
    public string? Store { get; init; }

    /// <summary>The agent whose lists they are; of the session where there is one.</summary>
    public string? AgentId { get; init; }
}
