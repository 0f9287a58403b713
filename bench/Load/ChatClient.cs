using System.Text.Json;

namespace SupportPlatform.Bench.Load;

/// <summary>A visitor: a conversation and the connection that follows it.</summary>
internal sealed class ChatClient : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly string _conversation;
    private int _sent;

    private ChatClient(HubConnection hub, string conversation) => (_hub, _conversation) = (hub, conversation);

    /// <summary>Opens a conversation, connects and joins. Of the baseline's server a conversation is no more than a name.</summary>
    public static async Task<ChatClient> Join(HttpClient http, bool isProduct, MessageReceived? received, CancellationToken cancellationToken)
    {
        var (conversation, query) = isProduct ? await Create(http, cancellationToken) : (Guid.CreateVersion7().ToString("N"), "");
        var address = new UriBuilder(http.BaseAddress!) { Scheme = "ws", Path = "/hubs/chat", Query = query }.Uri;
        var client = new ChatClient(await HubConnection.Connect(address, received, cancellationToken), conversation);
        await client._hub.Invoke("join", new { conversationId = conversation, after = 0 }, cancellationToken);
        return client;
    }

    /// <summary>Sends a message and waits for the acknowledgement.</summary>
    public Task Send(CancellationToken cancellationToken) => _hub.Invoke(
        "send_message",
        new { conversationId = _conversation, content = "Where is my order?", clientMessageId = $"m{Interlocked.Increment(ref _sent)}" },
        cancellationToken);

    /// <summary>Keeps the connection.</summary>
    public Task KeepAlive(CancellationToken cancellationToken) => _hub.KeepAlive(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private static async Task<(string Id, string Query)> Create(HttpClient http, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("/api/stores/bench/conversations", new { }, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode) throw new BenchException($"No conversation: {(int)response.StatusCode} {body}");
        using var json = JsonDocument.Parse(body);
        var token = json.RootElement.GetProperty("visitorToken").GetString();
        return (json.RootElement.GetProperty("conversationId").GetString()!, $"access_token={Uri.EscapeDataString(token!)}");
    }
}
