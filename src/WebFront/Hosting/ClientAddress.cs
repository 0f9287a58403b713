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
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return address.ToString();
        return Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, SubnetBytes));
    }
}
