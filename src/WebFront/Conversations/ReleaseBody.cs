namespace SupportPlatform.Conversations;

/// <summary>An agent gives the floor back.</summary>
public sealed record ReleaseBody
{
    /// <summary>The agent; null: who has signed in.</summary>
    public string? AgentId { get; init; }

    /// <summary>The team whose queue it goes to; null: the assistant goes on.</summary>
    public string? Desk { get; init; }

    /// <summary>A note for whoever comes next, at most 2,000 characters; staff alone read it.</summary>
    public string? Note { get; init; }
}
