namespace SupportPlatform.Conversations;

/// <summary>Lists a store's conversations without waking any of them. The key is the store's id.</summary>
[Alias("support.conversations.IConversationsGrain")]
public interface IConversationsGrain : IGrainWithStringKey
{
    /// <summary>
    /// A page of the conversations that a filter lets through: of those that wait the longest waiting first, else the
    /// latest changed first. A visitor sees their own alone.
    /// </summary>
    [Alias("List")]
    Task<ConversationPage> List(ConversationFilter filter, CancellationToken cancellationToken = default);

    /// <summary>How many conversations an agent's lists have. For staff.</summary>
    /// <param name="agentId">The agent; null for staff who have signed in.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Alias("Count")]
    Task<ConversationCounts> Count(string? agentId, CancellationToken cancellationToken = default);

    /// <summary>One conversation as lists have it. For staff.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.ConversationNotFound"/>.</exception>
    [Alias("GetLine")]
    Task<ConversationLine> GetLine(string conversationId, CancellationToken cancellationToken = default);

    /// <summary>What an agent wants to know beside what was said. For staff.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.ConversationNotFound"/>.</exception>
    [Alias("GetContext")]
    Task<ConversationContext> GetContext(string conversationId, CancellationToken cancellationToken = default);
}
