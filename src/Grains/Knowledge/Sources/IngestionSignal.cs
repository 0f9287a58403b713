namespace SupportPlatform.Knowledge;

/// <summary>Tells this silo's <see cref="IngestionWorker"/> that there is work, so that it need not wait for its next look.</summary>
internal sealed class IngestionSignal : IDisposable
{
    private readonly SemaphoreSlim _work = new(0, 1);

    /// <summary>There is work.</summary>
    public void Set()
    {
        try
        {
            if (_work.CurrentCount == 0) _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else said so in the same moment.
        }
    }

    /// <summary>Waits for work, or for the time of the next look.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken cancellationToken) => _work.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
