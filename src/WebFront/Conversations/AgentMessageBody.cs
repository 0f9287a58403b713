using System.Collections.Immutable;
using SupportPlatform.Security;

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

    /// <summary>The text, at most 8,000 characters; only a message with an attachment may have none.</summary>
    public required string Text { get; init; }

    /// <summary>The ids of at most 10 agents whom a note names.</summary>
    public ImmutableArray<string> Mentions { get; init; } = [];

    /// <summary>The ids of at most 5 attachments of the conversation, for a message to the customer.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];

    /// <summary>The same for the grain, in the name of whoever has signed in or is named.</summary>
    /// <exception cref="SupportException">No agent is named.</exception>
    internal PostAgentMessage ToCommand()
    {
        var agent = StaffIdentity.Of(AgentId, AgentName);
        return new PostAgentMessage
        {
            AgentId = agent.AgentId,
            AgentName = agent.Name,
            ClientMessageId = ClientMessageId,
            Text = Text,
            Mentions = Mentions,
            Attachments = Attachments,
        };
    }
}
