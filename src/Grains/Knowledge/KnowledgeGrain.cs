using SupportPlatform.Agents;
using SupportPlatform.Security;

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
        StaffGate.Require(AgentRole.Agent);
        SingleTurn.Check(query.Query);
        if (query.K is < 1 or > MostHits)
            throw new SupportException(ProblemCodes.InvalidRequest, $"k is between 1 and {MostHits}.");
        SourceRules.CheckAudience(query.Audience);
        if (query.Locale is not null) SourceRules.CheckLocale(query.Locale);
        var knowledge = (await library.Fresh(this.GetPrimaryKeyString(), cancellationToken)).In(query.Locale);
        var asked = await vectors.OfQueries(knowledge, [query.Query], cancellationToken);
        var hits = knowledge.Search(knowledge.Read(query.Query, asked.GetValueOrDefault(query.Query)), query.K);
        if (query.Audience == Audiences.Staff)
        {
            var staff = (await library.Staff(this.GetPrimaryKeyString(), cancellationToken)).In(query.Locale);
            hits = [.. hits.Concat(staff.Search(staff.Read(query.Query), query.K)).OrderByDescending(h => h.Score).Take(query.K)];
        }

        return new SearchResult { Hits = [.. hits.Select(h => h.ToHit())] };
    }

    /// <inheritdoc/>
    public async Task<AnswerView> Answer(AskQuestion question, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        var store = this.GetPrimaryKeyString();
        SourceRules.CheckAudience(question.Audience);
        if (question.Locale is not null) SourceRules.CheckLocale(question.Locale);
        var input = await turn.Input(store, question.Text, null, cancellationToken) with { OnlyLocale = question.Locale };

        // Whoever asks here has often just changed something.
        await library.Fresh(store, cancellationToken);
        if (question.Audience == Audiences.Staff) input = input with { Beside = (await library.Staff(store, cancellationToken)).In(question.Locale) };
        return await turn.Answer(input, cancellationToken);
    }
}
