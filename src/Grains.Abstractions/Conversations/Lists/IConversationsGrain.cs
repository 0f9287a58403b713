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
}
