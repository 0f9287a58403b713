using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SupportPlatform.Eval.Sets;

/// <summary>A conversation in a store of its own that gets a message at an even pace: whether others' work slows it.</summary>
internal sealed class BesideLoad
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly Api.SupportApi _api;
    private readonly string _conversation;
    private int _sent;

    private BesideLoad(Api.SupportApi api, string conversation) => (_api, _conversation) = (api, conversation);

    /// <summary>Opens the conversation.</summary>
    public static async Task<BesideLoad> Start(EvalContext context, CancellationToken cancellationToken)
    {
        var store = await context.NewStore("beside", cancellationToken);
        var begun = await context.Api.Post($"/api/stores/{store.Id}/conversations", [], cancellationToken);
        return new BesideLoad(context.Api, begun.GetProperty("conversationId").GetString()!);
    }

    /// <summary>Writes for a time, or until it is cancelled; the 99th percentile of the acknowledgements, in milliseconds.</summary>
    public async Task<double> Measure(TimeSpan span, CancellationToken cancellationToken)
    {
        var took = new List<double>();
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Pace);
        try
        {
            while ((span == Timeout.InfiniteTimeSpan || clock.Elapsed < span) && await timer.WaitForNextTickAsync(cancellationToken))
            {
                var start = Stopwatch.GetTimestamp();
                var message = new JsonObject { ["clientMessageId"] = $"m-{_sent++}", ["text"] = "Hello" };
                await _api.Post($"/api/conversations/{_conversation}/messages", message, CancellationToken.None);
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException)
        {
            // The uploads are over.
        }

        took.Sort();
        return took.Count == 0 ? 0 : took[(int)Math.Min(took.Count - 1, took.Count * 0.99)];
    }
}
