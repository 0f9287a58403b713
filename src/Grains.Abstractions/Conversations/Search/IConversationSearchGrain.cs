namespace SupportPlatform.Conversations;

/// <summary>Searches a store's conversations without waking any of them. The key is the store's id. For staff.</summary>
[Alias("support.conversations.IConversationSearchGrain")]
public interface IConversationSearchGrain : IGrainWithStringKey
{
    /// <summary>What has all the words, latest first. What was said in the last second or two may be missing.</summary>
    [Alias("Search")]
    Task<ConversationHits> Search(ConversationQuery query, CancellationToken cancellationToken = default);
}
