using System.Net;

namespace SupportPlatform.Knowledge;

/// <summary>Asks the machine's name service.</summary>
internal sealed class DnsHostResolver : IHostResolver
{
    /// <inheritdoc/>
    public Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken) =>
        Dns.GetHostAddressesAsync(host, cancellationToken);
}
