using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>
/// Wakes the conversations for which something has come due. Every silo sweeps; a row goes to one of them. A wake-up that
/// fails is repeated when the row's lease has ended.
/// </summary>
internal sealed partial class DueSweeper : BackgroundService
{
    private readonly DueStore _store;
    private readonly IGrainFactory _grains;
    private readonly DueSweeperOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<DueSweeper> _logger;

    /// <summary>Made by the container.</summary>
    public DueSweeper(
        DueStore store, IGrainFactory grains, IOptions<DueSweeperOptions> options, TimeProvider time, ILogger<DueSweeper> logger) =>
        (_store, _grains, _options, _time, _logger) = (store, grains, options.Value, time, logger);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.SweepInterval, _time);
        try
        {
            do
            {
                await Sweep(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task Sweep(CancellationToken cancellationToken)
    {
        try
        {
            // A full page means that there may be more, which is not left for later.
            for (var full = true; full;)
            {
                var items = await _store.Take(DueTargets.Conversation, _time.GetUtcNow(), _options.Lease, _options.PageSize, cancellationToken);
                var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = cancellationToken };
                await Parallel.ForEachAsync(items, parallel, WakeUp);
                full = items.Count == _options.PageSize;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogSweepFailed(e);
        }
    }

    private async ValueTask WakeUp(DueItem item, CancellationToken cancellationToken)
    {
        try
        {
            CallerContext.Current = Caller.System;
            await _grains.GetGrain<IConversationGrain>(item.Key).WakeUp(item.Kind, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogWakeUpFailed(item.Kind, item.Attempts, e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Looking for due rows failed; trying again at the next sweep")]
    private partial void LogSweepFailed(Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Waking a conversation ({Kind}, attempt {Attempt}) failed; its row comes due again")]
    private partial void LogWakeUpFailed(string kind, int attempt, Exception exception);
}
