using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Testing;

/// <summary>Ports of loopback for servers that must be told theirs.</summary>
public static class FreePort
{
    /// <summary>A port that was free a moment ago.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
