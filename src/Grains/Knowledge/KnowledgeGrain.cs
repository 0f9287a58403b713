using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>Answers questions to a store's knowledge, as many at a time as come.</summary>
[StatelessWorker]
[GrainType("knowledge")]
internal sealed class KnowledgeGrain(KnowledgeLibrary library, VectorLibrary vectors, IAssistant assistant, TimeProvider time) : Grain, IKnowledgeGrain
{
    private const int MostHits = 50;

    /// <inheritdoc/>
    public async Task<SearchResult> Search(SearchQuery query, CancellationToken cancellationToken = default)
    {
        Check(query.Query);
        if (query.K is < 1 or > MostHits)
            throw new SupportException(ProblemCodes.InvalidRequest, $"k is between 1 and {MostHits}.");
        var knowledge = await library.Fresh(this.GetPrimaryKeyString(), cancellationToken);
        var asked = await vectors.OfQueries(knowledge, [query.Query], cancellationToken);
        var hits = knowledge.Search(knowledge.Read(query.Query, asked.GetValueOrDefault(query.Query)), query.K);
        return new SearchResult { Hits = [.. hits.Select(h => h.ToHit())] };
    }

    /// <inheritdoc/>
    public async Task<AnswerView> Answer(AskQuestion question, CancellationToken cancellationToken = default)
    {
        Check(question.Text);
        var store = this.GetPrimaryKeyString();
        var profile = await GrainFactory.GetGrain<IStoreGrain>(store).GetProfile(cancellationToken)
            ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");
        var input = new TurnInput
        {
            Store = store,
            Settings = profile.Settings,
            Questions = [question.Text],
            Now = time.GetUtcNow(),
        };

        // Whoever asks here has often just changed something.
        await library.Fresh(store, cancellationToken);
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
