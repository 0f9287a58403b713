namespace SupportPlatform.Knowledge;

/// <summary>Keeps a distance between the requests to one host.</summary>
/// <param name="interval">The distance.</param>
/// <param name="time">The clock.</param>
internal sealed class HostPace(TimeSpan interval, TimeProvider time)
{
    private const int MostHosts = 10_000;
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn.</summary>
    public async Task Wait(string host, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_next)
        {
            var now = time.GetUtcNow();
            if (_next.Count >= MostHosts) Forget(now);
            var at = _next.TryGetValue(host, out var next) && next > now ? next : now;
            _next[host] = at + interval;
            wait = at - now;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var host in _next.Where(h => h.Value <= now).Select(h => h.Key).ToList()) _next.Remove(host);
    }
}
