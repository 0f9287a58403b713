using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Hosting;

/// <summary>The address that a request counts for.</summary>
internal static class ClientAddress
{
    private const int SubnetBytes = 8;

    /// <summary>
    /// The peer's address; of IPv6 the first 64 bits, since a single customer commonly owns all addresses behind them.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="limits">Whether loopback counts: it is the machine itself or a proxy on it, for many customers at once.</param>
    /// <returns>Null when the request counts for no address.</returns>
    public static string? Of(HttpContext context, RateLimitOptions limits)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null || (!limits.LimitLoopback && IPAddress.IsLoopback(address))) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return address.ToString();
        return Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, SubnetBytes));
    }
}
