using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SupportPlatform.Hosting;

/// <summary>Makes the providers at the start; the container flushes and disposes them at the end.</summary>
internal sealed class TelemetryService(MeterProvider meters, TracerProvider traces) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        meters.ForceFlush(2_000);
        traces.ForceFlush(2_000);
        return Task.CompletedTask;
    }
}
