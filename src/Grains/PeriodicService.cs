using Microsoft.Extensions.Hosting;

namespace SupportPlatform;

/// <summary>Does something again and again while the silo runs; what fails is done at the next look.</summary>
/// <param name="interval">How long from one look to the next.</param>
/// <param name="time">The clock.</param>
internal abstract class PeriodicService(TimeSpan interval, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Run(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogFailed(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    /// <summary>One look.</summary>
    protected abstract Task Run(CancellationToken cancellationToken);

    /// <summary>Says that a look failed.</summary>
    protected abstract void LogFailed(Exception exception);
}
