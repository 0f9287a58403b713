using Microsoft.AspNetCore.SignalR;

namespace SupportPlatform.Conversations.Chat;

/// <summary>
/// SignalR's own connections, remembered so that the relay can write ready-made frames to a socket: going through
/// groups would turn every frame into JSON again.
/// </summary>
internal sealed class ChatConnections(HubHeartbeats heartbeats, ILogger<DefaultHubLifetimeManager<ChatHub>> logger)
    : DefaultHubLifetimeManager<ChatHub>(logger)
{
    private static readonly object Key = new();

    /// <summary>The connection behind a call.</summary>
    public static HubConnectionContext Of(HubCallerContext context) => (HubConnectionContext)context.Items[Key]!;

    /// <inheritdoc/>
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        connection.Items[Key] = connection;
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
