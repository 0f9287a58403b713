using Microsoft.AspNetCore.SignalR;

namespace SupportPlatform.Conversations.Chat;

/// <summary>
/// SignalR's own connections, remembered so that the relay can write ready-made frames to a socket: going through
/// groups would turn every frame into JSON again.
/// </summary>
internal sealed class HubConnections<THub>(HubHeartbeats heartbeats, ILogger<DefaultHubLifetimeManager<THub>> logger)
    : DefaultHubLifetimeManager<THub>(logger)
    where THub : Hub
{
    /// <inheritdoc/>
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        HubConnectionItem.Set(connection);
        heartbeats.Add(connection);
        return base.OnConnectedAsync(connection);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        heartbeats.Remove(connection);
        return base.OnDisconnectedAsync(connection);
    }
}
