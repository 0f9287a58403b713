using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Storage;

/// <summary>
/// Stands between a pool and its server. On demand it lets one request through, waits for the end of the server's answer
/// (PostgreSQL's ReadyForQuery, which follows the commit), keeps that to itself and hangs up.
/// </summary>
internal sealed class LossyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private Func<Task>? _beforeHangUp;
    private int _lose;

    public LossyProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many answers were lost.</summary>
    public int Lost { get; private set; }

    public void LoseNextAnswer(Func<Task>? beforeHangUp = null)
    {
        _beforeHangUp = beforeHangUp;
        Volatile.Write(ref _lose, 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var relays = new List<Task>();
        try
        {
            while (true) relays.Add(Relay(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task Relay(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stop.Token);
                (client.NoDelay, server.NoDelay) = (true, true);
                var (near, far) = (client.GetStream(), server.GetStream());
                await await Task.WhenAny(near.CopyToAsync(far, _stop.Token), Answers(far, near));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // One side hung up, or the test ends.
            }
        }
    }

    private async Task Answers(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            var isEnd = read >= 6 && buffer.AsSpan(read - 6, 5).SequenceEqual("Z\0\0\0\u0005"u8);
            if (Volatile.Read(ref _lose) == 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
            else if (isEnd)
            {
                Volatile.Write(ref _lose, 0);
                Lost++;
                if (_beforeHangUp is { } act) await act();
                return;
            }
        }
    }
}
