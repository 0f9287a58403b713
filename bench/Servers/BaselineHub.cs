using Microsoft.AspNetCore.SignalR;

namespace SupportPlatform.Bench.Servers;

/// <summary>A chat as one would write it first: the hub sends each token to the caller as it comes.</summary>
internal sealed class BaselineHub(IHubContext<BaselineHub> hub, TokenPacer? pacer = null) : Hub
{
    /// <summary>Starts the stream of a conversation.</summary>
    [HubMethodName("send_message")]
    public void SendMessage(BaselineMessage message)
    {
        if (pacer is null) return;
        var client = hub.Clients.Client(Context.ConnectionId);
        _ = Stream(client, message.ConversationId, pacer);
    }

    /// <summary>Follows a conversation.</summary>
    [HubMethodName("join")]
    public Task Join(BaselineMessage message) => Groups.AddToGroupAsync(Context.ConnectionId, message.ConversationId);

    private static async Task Stream(ISingleClientProxy client, string conversationId, TokenPacer pacer)
    {
        await foreach (var token in pacer.Open().ReadAllAsync())
            await client.SendAsync("response_chunk", new { chunk = token, conversationId });
        await client.SendAsync("response_complete", new { content = "", conversationId });
    }
}
