using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>Answers questions to a store's knowledge, as many at a time as come.</summary>
[StatelessWorker]
[GrainType("knowledge")]
internal sealed class KnowledgeGrain(KnowledgeLibrary library, IAssistant assistant, TimeProvider time) : Grain, IKnowledgeGrain
{
    private const int MostHits = 50;

    /// <inheritdoc/>
    public async Task<SearchResult> Search(SearchQuery query, CancellationToken cancellationToken = default)
    {
        Check(query.Query);
        if (query.K is < 1 or > MostHits)
            throw new SupportException(ProblemCodes.InvalidRequest, $"k is between 1 and {MostHits}.");
        var knowledge = await library.Fresh(this.GetPrimaryKeyString(), cancellationToken);
        SourceRules.CheckAudience(query.Audience);
        var hits = knowledge.Search(knowledge.Read(query.Query), query.K);
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
        Check(question.Text);
        SourceRules.CheckAudience(question.Audience);
        var store = this.GetPrimaryKeyString();
        var profile = await GrainFactory.GetGrain<IStoreGrain>(store).GetProfile(cancellationToken)
            ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");

        // Whoever asks here has often just changed something.
        await library.Fresh(store, cancellationToken);
        var input = new TurnInput
        {
            Store = store,
            Settings = profile.Settings,
            Questions = [question.Text],
            Beside = question.Audience == Audiences.Staff ? await library.Staff(store, cancellationToken) : null,
            Now = time.GetUtcNow(),
        };
        await foreach (var update in assistant.Run(input, cancellationToken))
            if (update is TurnFinished finished) return View(finished.Result);
        throw new ModelException("The turn ended without a result.");
    }

    /// <summary>What callers see of a turn's result.</summary>
    internal static AnswerView View(TurnResult result) => new()
    {
        Answer = result.Text,
        Citations = result.Citations,
        Confidence = result.Confidence,
        Outcome = result.Outcome,
        Suggestions = result.Suggestions,
    };

    /// <summary>Checks what is asked.</summary>
    /// <exception cref="SupportException">It is empty or too long.</exception>
    internal static void Check(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new SupportException(ProblemCodes.MessageEmpty, "The text is empty.");
        if (text.Length > Limits.MessageLength)
            throw new SupportException(ProblemCodes.MessageTooLong, $"The text has {text.Length} characters; {Limits.MessageLength} are allowed.");
    }
}
