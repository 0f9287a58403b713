using Npgsql;

namespace SupportPlatform.Hosting;

/// <summary>
/// Whether the silo may be sent work: started, not draining, database reachable. Stopping begins with saying no, and
/// goes on after the drain delay, so that load balancers have looked away before anything closes.
/// </summary>
internal sealed class Readiness(NpgsqlDataSource database, SiloSettings settings) : IReadiness, IHostedLifecycleService
{
    private static readonly TimeSpan DatabaseTimeout = TimeSpan.FromSeconds(2);
    private volatile bool _serving;

    /// <inheritdoc/>
    public async Task<bool> IsReady(CancellationToken cancellationToken)
    {
        if (!_serving) return false;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(DatabaseTimeout);
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(timeout.Token);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _serving = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _serving = false;
        if (settings.DrainDelay > TimeSpan.Zero) await Task.Delay(settings.DrainDelay, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
