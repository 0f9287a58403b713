namespace SupportPlatform.Conversations;

/// <summary>What an agent writes.</summary>
public sealed record AgentMessageBody
{
    /// <summary>The agent; null: who has signed in.</summary>
    public string? AgentId { get; init; }

    /// <summary>The agent's name, for agents who have not signed in.</summary>
    public string? AgentName { get; init; }

    /// <summary>The client's id of the message, at most 100 characters; a repeated one posts nothing.</summary>
    public required string ClientMessageId { get; init; }

    /// <summary>The text, at most 8,000 characters.</summary>
    public required string Text { get; init; }
}
