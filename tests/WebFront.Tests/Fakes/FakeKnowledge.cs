using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>Knowledge that says the query back.</summary>
internal sealed class FakeKnowledge : IKnowledgeGrain
{
    public Task<SearchResult> Search(SearchQuery query, CancellationToken cancellationToken = default) =>
        Task.FromResult(new SearchResult { Hits = [new SearchHit { Source = "guide.md", ChunkId = "c1", Score = 0.5, Text = query.Query }] });

    public Task<AnswerView> Answer(AskQuestion question, CancellationToken cancellationToken = default) =>
        Task.FromResult(new AnswerView { Answer = question.Text, Citations = [], Confidence = 1, Outcome = Outcomes.Answered });
}
