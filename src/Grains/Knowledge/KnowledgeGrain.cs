namespace SupportPlatform.Knowledge;

/// <summary>Answers questions to a store's knowledge, as many at a time as come.</summary>
[StatelessWorker]
[GrainType("knowledge")]
internal sealed class KnowledgeGrain(KnowledgeLibrary library, VectorLibrary vectors, SingleTurn turn) : Grain, IKnowledgeGrain
{
    private const int MostHits = 50;

    /// <inheritdoc/>
    public async Task<SearchResult> Search(SearchQuery query, CancellationToken cancellationToken = default)
    {
        SingleTurn.Check(query.Query);
        if (query.K is < 1 or > MostHits)
            throw new SupportException(ProblemCodes.InvalidRequest, $"k is between 1 and {MostHits}.");
        var knowledge = await library.Fresh(this.GetPrimaryKeyString(), cancellationToken);
        SourceRules.CheckAudience(query.Audience);
        var asked = await vectors.OfQueries(knowledge, [query.Query], cancellationToken);
        var hits = knowledge.Search(knowledge.Read(query.Query, asked.GetValueOrDefault(query.Query)), query.K);
        if (query.Audience == Audiences.Staff)
        {
            var staff = await library.Staff(this.GetPrimaryKeyString(), cancellationToken);
            hits = [.. hits.Concat(staff.Search(staff.Read(query.Query), query.K)).OrderByDescending(h => h.Score).Take(query.K)];
        }

        return new SearchResult { Hits = [.. hits.Select(h => h.ToHit())] };
    }

    /// <inheritdoc/>
    public async Task<AnswerView> Answer(AskQuestion question, CancellationToken cancellationToken = default)
    {
        var store = this.GetPrimaryKeyString();
        SourceRules.CheckAudience(question.Audience);
        var input = await turn.Input(store, question.Text, null, cancellationToken);

        // Whoever asks here has often just changed something.
        await library.Fresh(store, cancellationToken);
        if (question.Audience == Audiences.Staff) input = input with { Beside = await library.Staff(store, cancellationToken) };
        return await turn.Answer(input, cancellationToken);
    }
}
