using Microsoft.AspNetCore.SignalR;

namespace SupportPlatform.Conversations.Chat;

/// <summary>The connection behind a hub's calls, which SignalR keeps to itself.</summary>
internal static class HubConnectionItem
{
    private static readonly object Key = new();

    /// <summary>Remembers a connection with itself.</summary>
    public static void Set(HubConnectionContext connection) => connection.Items[Key] = connection;

    /// <summary>The connection behind a call.</summary>
    public static HubConnectionContext Of(HubCallerContext context) => (HubConnectionContext)context.Items[Key]!;
}
