namespace SupportPlatform.Knowledge;

/// <summary>Questions to a store's knowledge, outside any conversation. The key is the store's id.</summary>
[Alias("support.knowledge.IKnowledgeGrain")]
public interface IKnowledgeGrain : IGrainWithStringKey
{
    /// <summary>The passages that fit a query best.</summary>
    [Alias("Search")]
    Task<SearchResult> Search(SearchQuery query, CancellationToken cancellationToken = default);

    /// <summary>One turn of the assistant without a conversation.</summary>
    [Alias("Answer")]
    Task<AnswerView> Answer(AskQuestion question, CancellationToken cancellationToken = default);
}
