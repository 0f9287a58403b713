using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Resolves a host and connects to an address that it has just checked, so that a name cannot mean one address when it is
/// checked and another when it is used.
/// </summary>
/// <param name="resolver">Resolves names.</param>
/// <param name="dialer">Connects.</param>
internal sealed class PageConnector(IHostResolver resolver, IPageDialer dialer)
{
    /// <summary>A client's transport that connects in this way alone: no proxy, no cookies, no redirections of its own.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, ct),
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        MaxConnectionsPerServer = 2,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    };

    private async ValueTask<Stream> Connect(DnsEndPoint to, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await resolver.Resolve(to.Host, cancellationToken);

        // A name with one inner address is somebody's way in; the others do not redeem it.
        if (addresses.Length == 0 || !addresses.All(PublicAddresses.IsPublic)) throw PageAddress.Refused("it is not on the public Internet");
        SocketException? last = null;
        foreach (var address in addresses)
        {
            try
            {
                return await dialer.Dial(new IPEndPoint(address, to.Port), cancellationToken);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }

        throw last!;
    }
}
