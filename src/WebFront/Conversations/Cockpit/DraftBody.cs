namespace SupportPlatform.Conversations;

/// <summary>What an agent says to a draft.</summary>
public sealed record DraftBody
{
    /// <summary>The agent; null: who has signed in.</summary>
    public string? AgentId { get; init; }

    /// <summary>The agent's name, for agents who have not signed in.</summary>
    public string? AgentName { get; init; }

    /// <summary>What is sent in place of the draft, where it is approved; null for the draft as it is.</summary>
    public string? Text { get; init; }

    /// <summary>With what the assistant tries again, where it is refused; null offers the customer a person.</summary>
    public string? Guidance { get; init; }
}
