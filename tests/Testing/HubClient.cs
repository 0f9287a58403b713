using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace SupportPlatform.Testing;

/// <summary>
/// A client of a SignalR hub over a bare WebSocket in the JSON protocol: enough to call methods and to read what the
/// server sends.
/// </summary>
public sealed class HubClient : IAsyncDisposable
{
    private const byte RecordSeparator = 0x1e;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly Channel<HubMessage> _messages = Channel.CreateUnbounded<HubMessage>();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private int _nextId;

    private HubClient()
    {
    }

    /// <summary>What the server sent, in its order; ends with the connection.</summary>
    public ChannelReader<HubMessage> Messages => _messages.Reader;

    /// <summary>Completes when the connection has ended.</summary>
    public Task Closed => _reading;

    /// <summary>Connects, without negotiation.</summary>
    /// <param name="server">The server's address, as <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="token">The access token, if one is sent with the connection.</param>
    /// <param name="origin">The page's origin, if it is to look like a browser.</param>
    /// <param name="path">Where the hub is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<HubClient> Connect(
        Uri server, string? token = null, string? origin = null, string path = "/hubs/chat", CancellationToken cancellationToken = default)
    {
        var client = new HubClient();
        try
        {
            var address = new UriBuilder(new Uri(server, path)) { Scheme = server.Scheme == "https" ? "wss" : "ws" };
            if (token is not null) address.Query = "access_token=" + Uri.EscapeDataString(token);
            if (origin is not null) client._socket.Options.SetRequestHeader("Origin", origin);
            await client._socket.ConnectAsync(address.Uri, cancellationToken);
            await client.Send("""{"protocol":"json","version":1}""", cancellationToken);
            await client.ReadHandshake(cancellationToken);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a method of the hub.</summary>
    /// <exception cref="HubCallException">The hub refused.</exception>
    public async Task<JsonElement> Invoke(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref _nextId).ToString(CultureInfo.InvariantCulture);
        var result = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = result;
        await Send(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }), _stop.Token);
        return await result.Task;
    }

    /// <summary>The next message with this name; others are dropped on the way.</summary>
    public async Task<JsonElement> Next(string target, CancellationToken cancellationToken = default)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(20));
        await foreach (var message in _messages.Reader.ReadAllAsync(timeout.Token))
        {
            if (message.Target == target) return message.Argument;
        }

        throw new InvalidOperationException($"The connection ended without '{target}'.");
    }

    /// <summary>Cuts the connection without a goodbye.</summary>
    public void Abort() => _socket.Abort();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }

    private async Task Send(string json, CancellationToken cancellationToken)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(json) + 1];
        Encoding.UTF8.GetBytes(json, bytes);
        bytes[^1] = RecordSeparator;
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadHandshake(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        while (buffer.WrittenSpan.IndexOf(RecordSeparator) < 0)
        {
            var read = await _socket.ReceiveAsync(buffer.GetMemory(4096), cancellationToken);
            buffer.Advance(read.Count);
            if (read.MessageType == WebSocketMessageType.Close) throw new WebSocketException("The handshake was refused.");
        }

        var end = buffer.WrittenSpan.IndexOf(RecordSeparator);
        using var reply = JsonDocument.Parse(buffer.WrittenMemory[..end]);
        if (reply.RootElement.TryGetProperty("error", out var error)) throw new WebSocketException(error.GetString());
        _reading = Read(buffer.WrittenMemory[(end + 1)..].ToArray());
    }

    private async Task Read(byte[] first)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        buffer.Write(first);
        try
        {
            while (true)
            {
                Take(buffer);
                var read = await _socket.ReceiveAsync(buffer.GetMemory(4096), _stop.Token);
                buffer.Advance(read.Count);
                if (read.MessageType == WebSocketMessageType.Close) break;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Cut, by either side.
        }

        _messages.Writer.TryComplete();
        foreach (var call in _calls.Values) call.TrySetException(new HubCallException("closed", "The connection ended."));
    }

    private void Take(ArrayBufferWriter<byte> buffer)
    {
        var rest = buffer.WrittenMemory;
        for (var end = rest.Span.IndexOf(RecordSeparator); end >= 0; end = rest.Span.IndexOf(RecordSeparator))
        {
            Handle(rest[..end]);
            rest = rest[(end + 1)..];
        }

        if (rest.Length == buffer.WrittenCount) return;
        var left = rest.ToArray();
        buffer.ResetWrittenCount();
        buffer.Write(left);
    }

    private void Handle(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        switch (root.GetProperty("type").GetInt32())
        {
            case 1:
                _messages.Writer.TryWrite(new HubMessage(root.GetProperty("target").GetString()!, root.GetProperty("arguments")[0].Clone()));
                break;
            case 6:
                _messages.Writer.TryWrite(new HubMessage("ping", default));
                break;
            case 3 when _calls.TryRemove(root.GetProperty("invocationId").GetString()!, out var call):
                if (root.TryGetProperty("error", out var error)) call.TrySetException(HubCallException.Parse(error.GetString()!));
                else call.TrySetResult(root.TryGetProperty("result", out var result) ? result.Clone() : default);
                break;
        }
    }
}
