using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Knowledge;

/// <summary>Opens TCP connections.</summary>
internal sealed class SocketDialer : IPageDialer
{
    /// <inheritdoc/>
    public async Task<Stream> Dial(IPEndPoint to, CancellationToken cancellationToken)
    {
        var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
