using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SupportPlatform.Security;

namespace SupportPlatform.Hosting;

/// <summary>The limits that need to know who asks, and so are applied after authentication.</summary>
internal sealed class RequestRateLimits : IDisposable
{
    private readonly RateLimitOptions _limits;
    private readonly PartitionedRateLimiter<string> _starts;
    private readonly PartitionedRateLimiter<string> _signIns;
    private readonly PartitionedRateLimiter<string> _visitors;
    private readonly PartitionedRateLimiter<string> _stores;
    private readonly PartitionedRateLimiter<string> _attachments;
    private readonly PartitionedRateLimiter<string> _copilot;
    private readonly PartitionedRateLimiter<string> _attachmentAddresses;

    /// <summary>The limits as configured.</summary>
    public RequestRateLimits(IOptions<RateLimitOptions> options)
    {
        var o = _limits = options.Value;
        _starts = Buckets(o.StartBurst, o.StartPerSecond);
        _signIns = Buckets(o.SignInBurst, o.SignInPerSecond);
        _visitors = Buckets(o.VisitorBurst, o.VisitorPerSecond);
        _stores = Buckets(o.StoreBurst, o.StorePerSecond);
        _copilot = Buckets(o.CopilotBurst, o.CopilotPerSecond);
        _attachments = Buckets(o.AttachmentBurst, o.AttachmentPerSecond);
        _attachmentAddresses = Buckets(o.AttachmentAddressBurst, o.AttachmentAddressPerSecond);
    }

    /// <summary>A conversation is begun.</summary>
    /// <exception cref="RateLimitedException">Too many were begun from this address.</exception>
    public void CheckStart(HttpContext context)
    {
        if (ClientAddress.Of(context, _limits) is { } address) Check(_starts, address);
    }

    /// <summary>Somebody signs in, or shows an invitation: the hash of a password costs time.</summary>
    /// <exception cref="RateLimitedException">Too many did from this address.</exception>
    public void CheckSignIn(HttpContext context)
    {
        if (ClientAddress.Of(context, _limits) is { } address) Check(_signIns, address);
    }

    /// <summary>A message is sent.</summary>
    /// <exception cref="RateLimitedException">Too many by this visitor or to this store.</exception>
    public void CheckMessage(Caller caller, string store)
    {
        if (caller.Kind == CallerKind.Visitor) Check(_visitors, $"{store}/{caller.ContactId}");
        Check(_stores, store);
    }

    /// <summary>Something is attached.</summary>
    /// <exception cref="RateLimitedException">Too much by this visitor or from this address.</exception>
    public void CheckAttachment(HttpContext context, Caller caller, string store)
    {
        if (ClientAddress.Of(context, _limits) is { } address) Check(_attachmentAddresses, address);
        if (caller.Kind == CallerKind.Visitor) Check(_attachments, $"{store}/{caller.ContactId}");
    }

    /// <summary>Staff ask the copilot.</summary>
    /// <exception cref="RateLimitedException">Too often.</exception>
    public void CheckCopilot(Caller caller, string store) => Check(_copilot, $"{store}/{caller.Kind}/{caller.AgentId ?? caller.ContactId}");

    /// <inheritdoc/>
    public void Dispose()
    {
        _attachments.Dispose();
        _copilot.Dispose();
        _attachmentAddresses.Dispose();
        _starts.Dispose();
        _signIns.Dispose();
        _visitors.Dispose();
        _stores.Dispose();
    }

    /// <summary>The settings of one bucket.</summary>
    public static RateLimitPartition<string> Bucket(string key, int burst, int perSecond) => burst <= 0
        ? RateLimitPartition.GetNoLimiter(key)
        : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, perSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });

    private static PartitionedRateLimiter<string> Buckets(int burst, int perSecond) =>
        PartitionedRateLimiter.Create<string, string>(key => Bucket(key, burst, perSecond));

    private static void Check(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired) return;
        throw new RateLimitedException(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : default);
    }
}
