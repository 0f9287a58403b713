using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SupportPlatform.Bench.Measures;

namespace SupportPlatform.Bench.Load;

/// <summary>A SignalR client: the JSON protocol over a WebSocket, without negotiation. It parses no more than it must.</summary>
internal sealed class HubConnection : IAsyncDisposable
{
    private const byte Separator = 0x1e;
    private static readonly byte[] Ping = "{\"type\":6}\u001e"u8.ToArray();
    private static readonly HttpMessageInvoker Invoker = new(new SocketsHttpHandler { UseProxy = false });

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _invocations = new();
    private readonly MessageReceived? _received;
    private int _lastInvocation;

    private HubConnection(MessageReceived? received)
    {
        _received = received;
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
    }

    /// <summary>The end of the connection.</summary>
    public Task Closed { get; private set; } = Task.CompletedTask;

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<HubConnection> Connect(Uri address, MessageReceived? received, CancellationToken cancellationToken)
    {
        var connection = new HubConnection(received);
        await connection._socket.ConnectAsync(address, Invoker, cancellationToken);
        await connection.Send("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), cancellationToken);
        connection.Closed = connection.Receive();
        return connection;
    }

    /// <summary>Invokes a method and waits for its end.</summary>
    /// <exception cref="BenchException">The server answered with an error.</exception>
    public async Task Invoke(string target, object argument, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastInvocation).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _invocations[id] = done;
        var json = JsonSerializer.Serialize(new { type = 1, invocationId = id, target, arguments = new[] { argument } });
        await Send(Encoding.UTF8.GetBytes(json + '\u001e'), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Tells the server that the client is there; it wants to hear something every 30 s.</summary>
    public Task KeepAlive(CancellationToken cancellationToken) => Send(Ping, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await Closed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task Send(byte[] message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Receive()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                // Nothing is held while nothing comes: ten thousand of these have to fit into one process.
                if (length == buffer.Length) Array.Resize(ref buffer, length * 2);
                var result = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                var now = TokenClock.Now;
                if (result.MessageType == WebSocketMessageType.Close) break;
                length += result.Count;
                var taken = Split(buffer.AsSpan(0, length), now);
                buffer.AsSpan(taken, length - taken).CopyTo(buffer);
                length -= taken;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The end of the run, or of the server; who waits for an answer is told below.
        }
        finally
        {
            foreach (var waiting in _invocations.Values) waiting.TrySetException(new BenchException("The connection was closed."));
        }
    }

    private int Split(ReadOnlySpan<byte> bytes, long now)
    {
        var taken = 0;
        for (int end; (end = bytes[taken..].IndexOf(Separator)) >= 0; taken += end + 1)
        {
            var message = bytes.Slice(taken, end);
            if (message.StartsWith("{\"type\":3"u8)) Complete(message);
            else if (message.StartsWith("{\"type\":1"u8)) _received?.Invoke(message, now);
        }

        return taken;
    }

    private void Complete(ReadOnlySpan<byte> message)
    {
        using var json = JsonDocument.Parse(message.ToArray());
        if (!_invocations.TryRemove(json.RootElement.GetProperty("invocationId").GetString()!, out var done)) return;
        if (json.RootElement.TryGetProperty("error", out var error)) done.TrySetException(new BenchException($"The hub refused: {error}"));
        else done.TrySetResult();
    }
}
