using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A network between a browser and a server that can be cut, as by a tunnel: nothing passes, and nobody is told.</summary>
internal sealed class CuttableProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly Task _accepting;
    private volatile TaskCompletionSource _open = new();

    /// <summary>A network to a server.</summary>
    public CuttableProxy(Uri server)
    {
        _server = server;
        _open.SetResult();
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = Accept();
    }

    /// <summary>Where the server is to be reached through it.</summary>
    public Uri Address { get; }

    /// <summary>Lets nothing pass any more.</summary>
    public void Cut() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everything pass again, also what has waited; or, as after a long time, ends the old connections.</summary>
    public void Mend(bool endConnections)
    {
        if (endConnections)
        {
            foreach (var client in _clients) client.Dispose();
        }

        _open.TrySetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _open.TrySetResult();
        foreach (var client in _clients) client.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _clients.Add(client);
                _ = Connect(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task Connect(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await _open.Task.WaitAsync(_stop.Token);
            await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
            _clients.Add(server);
            await Task.WhenAny(Pump(client, server), Pump(server, client));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Either end has gone.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task Pump(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await from.GetStream().ReadAsync(buffer, _stop.Token);
            if (read == 0) return;
            await _open.Task.WaitAsync(_stop.Token);
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
