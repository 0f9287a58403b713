using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Hosting;

/// <summary>The limits by address, applied before anything is read of a request.</summary>
internal sealed class AddressLimits(IOptions<RateLimitOptions> limits) : IConfigureOptions<RateLimiterOptions>
{
    /// <summary>The policy of endpoints that stay open: sockets and event streams.</summary>
    public const string Connections = "connections";

    /// <inheritdoc/>
    public void Configure(RateLimiterOptions options)
    {
        var o = limits.Value;
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = Reject;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            ClientAddress.Of(context, o) is { } address && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                ? RequestRateLimits.Bucket(address, o.AddressBurst, o.AddressPerSecond)
                : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Connections, context => ClientAddress.Of(context, o) is { } address && o.ConnectionsPerAddress > 0
            ? RateLimitPartition.GetConcurrencyLimiter(
                address, _ => new ConcurrencyLimiterOptions { PermitLimit = o.ConnectionsPerAddress })
            : RateLimitPartition.GetNoLimiter(""));
    }

    private static async ValueTask Reject(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var connection = !rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var (code, detail) = connection
            ? (FrontProblemCodes.TooManyConnections, "Too many open connections from this address.")
            : (ProblemCodes.RateLimited, "Too many requests; try again later.");
        await context.RequestServices.GetRequiredService<ProblemWriter>().Write(context, code, detail);
    }
}
