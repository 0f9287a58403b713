using System.Collections.Concurrent;
using System.Collections.Immutable;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Help;

/// <summary>
/// Counts how often articles are read, also those served from memory. Counts are told to the store's grain from time to
/// time; what a crash takes with it is a few seconds of them.
/// </summary>
internal sealed partial class HelpViewCount(ISupportGrains grains, TimeProvider time, ILogger<HelpViewCount> logger) : BackgroundService
{
    /// <summary>Marks an endpoint whose requests are counted.</summary>
    public static readonly object Counted = new();

    /// <summary>How often counts are told.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    // Addresses that do not exist must not fill the memory.
    private const int MostEntries = 100_000;

    private ConcurrentDictionary<(string Store, string Id), long> _views = new();

    /// <summary>Counts a request if it is for an article.</summary>
    public Task Count(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.Contains(Counted) == true
            && http.Request.RouteValues is var values && values["store"] is string store && values["id"] is string id
            && _views.Count < MostEntries)
        {
            _views.AddOrUpdate((store, id), 1, static (_, n) => n + 1);
        }

        return next(http);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Tell(stoppingToken);
    }

    private async Task Tell(CancellationToken cancellationToken)
    {
        if (_views.IsEmpty) return;
        var views = Interlocked.Exchange(ref _views, new());
        foreach (var store in views.GroupBy(v => v.Key.Store))
        {
            try
            {
                CallerContext.Current = Caller.System;
                ImmutableArray<HelpViews> counts = [.. store.Select(v => new HelpViews(v.Key.Id, v.Value))];
                await grains.HelpCentre(store.Key).CountViews(counts, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotCounted(e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The views of some articles could not be counted")]
    private partial void LogNotCounted(Exception exception);
}
