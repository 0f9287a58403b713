using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Stores;

/// <summary>
/// Sends what webhooks are to be told, in the background of every silo. Each address has a round of its own, so that a slow or
/// vanished one holds up nobody else's. What a silo that died had taken comes again after its lease, with the same id.
/// </summary>
internal sealed partial class WebhookWorker(
    WebhookStore store, WebhookSender sender, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookWorker> logger)
    : PeriodicService(options.Value.PollInterval, time)
{
    private const int AtOnce = 10;
    private const int MostRounds = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<(string Store, string Url), bool> _rounds = new();
    private readonly ILogger<WebhookWorker> _logger = logger;
    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await store.Forget(now - Kept, cancellationToken);
        foreach (var target in await store.Targets(now, cancellationToken))
            if (_rounds.Count < MostRounds && _rounds.TryAdd(target, true)) _ = Round(target, cancellationToken);
    }

    private async Task Round((string Store, string Url) target, CancellationToken cancellationToken)
    {
        try
        {
            for (var goesOn = true; goesOn;)
            {
                var now = _time.GetUtcNow();
                var lease = now + (options.Value.TimeLimit * 2) + TimeSpan.FromSeconds(10);
                var taken = await store.Take(target.Store, target.Url, now, lease, AtOnce, cancellationToken);
                var results = await Task.WhenAll(taken.Select(d => Deliver(target.Store, d, cancellationToken)));
                goesOn = taken.Count > 0 && results.All(r => r);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e);
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
        finally
        {
            _rounds.TryRemove(target, out _);
        }
    }

    private async Task<bool> Deliver(string tenant, DueDelivery delivery, CancellationToken cancellationToken)
    {
        var failure = await sender.Send(delivery, cancellationToken);
        var now = _time.GetUtcNow();
        await (failure is null ? store.Complete(tenant, delivery, now, cancellationToken) : store.Fail(tenant, delivery, failure, now, cancellationToken));
        return failure is null;
    }

    /// <inheritdoc/>
    [LoggerMessage(1, LogLevel.Warning, "Sending to webhooks failed; trying again at the next look")]
    protected override partial void LogFailed(Exception exception);
}
