using System.Net;

namespace SupportPlatform.Knowledge;

/// <summary>Opens connections to checked addresses.</summary>
internal interface IPageDialer
{
    /// <summary>Connects.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Nobody answers there.</exception>
    Task<Stream> Dial(IPEndPoint to, CancellationToken cancellationToken);
}
