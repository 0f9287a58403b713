using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPlatform.Security;

namespace SupportPlatform.Desk;

/// <summary>
/// Wakes the desks at which somebody waits or something is offered: those of a store when it changes, all of them from time
/// to time. Every silo does; a desk that is woken twice does nothing the second time.
/// </summary>
internal sealed partial class DeskSweeper(
    DeskStore store, DeskSignal signal, IGrainFactory grains, IOptions<DeskOptions> options, TimeProvider time, ILogger<DeskSweeper> logger)
    : BackgroundService
{
    private const int Concurrency = 8;
    private readonly ILogger<DeskSweeper> _logger = logger;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var swept = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var stores = await signal.Wait(options.Value.SweepInterval, stoppingToken);

                // Where there is always some change, the look at all stores has its turn too.
                if (stores is null || time.GetElapsedTime(swept) >= options.Value.SweepInterval) (stores, swept) = (null, time.GetTimestamp());
                await Sweep(stores, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogSweepFailed(e);
                await Task.Delay(options.Value.SweepInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Sweep(string[]? stores, CancellationToken cancellationToken)
    {
        var desks = await store.Active(stores, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(desks, parallel, WakeUp);
    }

    private async ValueTask WakeUp(string key, CancellationToken cancellationToken)
    {
        try
        {
            CallerContext.Current = Caller.System;
            await grains.GetGrain<IDeskGrain>(key).WakeUp(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogWakeUpFailed(e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Looking for desks with somebody waiting failed; trying again at the next look")]
    private partial void LogSweepFailed(Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "A desk could not look after its queue; trying again at the next look")]
    private partial void LogWakeUpFailed(Exception exception);
}
