using System.Net;

namespace SupportPlatform.Knowledge;

/// <summary>Finds the addresses of a host name.</summary>
internal interface IHostResolver
{
    /// <summary>All addresses of a name.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There is no such name.</exception>
    Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken);
}
