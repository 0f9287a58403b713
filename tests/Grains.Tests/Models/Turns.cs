using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Grains.Tests.Models;

/// <summary>Runs turns of the assistant without a silo.</summary>
internal sealed class Turns(IKnowledgeLibrary? library = null, IChatClient? model = null, string store = Shop.Store)
{
    private static readonly TokenEstimator Estimator = new();

    private readonly IKnowledgeLibrary _library = library ?? Shop.Library();
    private readonly IChatClient _model = model ?? new BuiltinChatClient(Estimator, 0, TimeProvider.System);
    private readonly List<HistoryMessage> _history = [];

    public int UnansweredTurns { get; set; }

    public Func<TurnInput, TurnInput> Change { get; init; } = input => input;

    /// <summary>The text that the last turn streamed.</summary>
    public string Streamed { get; private set; } = "";

    public Assistant Assistant => new(_library, _model, Estimator, Options.Create(new ModelOptions()), NullLogger<Assistant>.Instance);

    /// <summary>One turn, which then belongs to the history.</summary>
    public async Task<TurnResult> Ask(params string[] messages)
    {
        var result = await Run(Input(messages));
        _history.AddRange(messages.Select(m => new HistoryMessage(MessageRole.Customer, m)));
        _history.Add(new HistoryMessage(MessageRole.Assistant, result.Text));
        return result;
    }

    /// <summary>One turn from a given input.</summary>
    public async Task<TurnResult> Run(TurnInput input)
    {
        TurnResult? result = null;
        Streamed = "";
        await foreach (var update in Assistant.Run(input, CancellationToken.None))
        {
            if (update is TurnText text) Streamed += text.Text;
            if (update is TurnFinished finished) result = finished.Result;
        }

        return result!;
    }

    public TurnInput Input(params string[] messages) => Change(new()
    {
        Store = store,
        Settings = new StoreSettings { Name = "Polar Shop" },
        Questions = [.. messages],
        History = [.. _history],
        UnansweredTurns = UnansweredTurns,
        Now = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero),
    });
}
