using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Tells public Internet addresses from all others, by IANA's registries of special-purpose addresses for IPv4 and IPv6
/// (iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, RFC 6890), and the multicast ranges.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Refused4 =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network (RFC 791)
            "10.0.0.0/8", // private (RFC 1918)
            "100.64.0.0/10", // shared by carriers (RFC 6598); Alibaba's metadata
            "127.0.0.0/8", // loopback (RFC 1122)
            "168.63.129.16/32", // Azure's host, from inside any machine there; a public number
            "169.254.0.0/16", // link-local (RFC 3927); most clouds' metadata
            "172.16.0.0/12", // private (RFC 1918)
            "192.0.0.0/24", // protocol assignments (RFC 6890); Oracle's metadata
            "192.0.2.0/24", // documentation (RFC 5737)
            "192.31.196.0/24", // AS112 (RFC 7535)
            "192.52.193.0/24", // AMT (RFC 7450)
            "192.88.99.0/24", // 6to4 relays, withdrawn (RFC 7526)
            "192.168.0.0/16", // private (RFC 1918)
            "192.175.48.0/24", // AS112 (RFC 7534)
            "198.18.0.0/15", // benchmarks (RFC 2544)
            "198.51.100.0/24", // documentation (RFC 5737)
            "203.0.113.0/24", // documentation (RFC 5737)
            "224.0.0.0/4", // multicast (RFC 5771)
            "240.0.0.0/4", // reserved (RFC 1112), and broadcast (RFC 919)
        }.Select(IPNetwork.Parse),
    ];

    // The only space given out for the Internet (RFC 4291, IANA's registry of IPv6 address space). It leaves out ::1,
    // IPv4-mapped and -compatible addresses, NAT64 (64:ff9b::/96 and 64:ff9b:1::/48), fc00::/7, fe80::/10 and ff00::/8.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Refused6 =
    [
        .. new[]
        {
            "2001::/23", // protocol assignments (RFC 2928): Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation (RFC 3849)
            "2002::/16", // 6to4, which holds an IPv4 address (RFC 3056)
            "2620:4f:8000::/48", // AS112 (RFC 7534)
            "3fff::/20", // documentation (RFC 9637)
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address is a public one of the Internet.</summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(Refused4, n => n.Contains(address)),

        // IPNetwork takes the IPv4 address out of an IPv4-mapped one, and compares that.
        AddressFamily.InterNetworkV6 when address.IsIPv4MappedToIPv6 => false,
        AddressFamily.InterNetworkV6 => Global6.Contains(address) && !Array.Exists(Refused6, n => n.Contains(address)),
        _ => false,
    };
}
