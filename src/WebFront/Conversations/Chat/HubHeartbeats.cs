using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using SupportPlatform.Conversations.Relay;

namespace SupportPlatform.Conversations.Chat;

/// <summary>The pings that tell SignalR's clients that the server is there, in place of its own, which come all at once.</summary>
internal sealed class HubHeartbeats : BackgroundService
{
    private static readonly SerializedHubMessage Ping = new(PingMessage.Instance);

    private readonly HeartbeatWheel<HubConnectionContext> _wheel;

    /// <summary>Made by the container.</summary>
    public HubHeartbeats(TimeProvider time) => _wheel = new(time, static c => _ = Send(c));

    /// <summary>Pings a socket until it is removed.</summary>
    public void Add(HubConnectionContext connection) => _wheel.Add(connection);

    /// <summary>Stops doing so.</summary>
    public void Remove(HubConnectionContext connection) => _wheel.Remove(connection);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _wheel.Run(stoppingToken);

    private static async Task Send(HubConnectionContext connection)
    {
        try
        {
            await connection.WriteAsync(Ping, connection.ConnectionAborted);
        }
        catch (Exception) when (connection.ConnectionAborted.IsCancellationRequested)
        {
            // It is gone.
        }
    }
}
