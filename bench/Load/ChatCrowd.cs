using SupportPlatform.Bench.Processes;

namespace SupportPlatform.Bench.Load;

/// <summary>Many visitors in one process.</summary>
internal sealed class ChatCrowd : IAsyncDisposable
{
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(12);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly Task _keepAlive;

    private ChatCrowd(HttpClient http, ChatClient[] clients)
    {
        (_http, Clients) = (http, clients);
        _keepAlive = KeepAlive();
    }

    /// <summary>The visitors.</summary>
    public IReadOnlyList<ChatClient> Clients { get; }

    /// <summary>Joins them, some at a time.</summary>
    public static async Task<ChatCrowd> Join(Arguments arguments, int count, int atOnce, Func<int, MessageReceived?> received)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(arguments.Text("url")) };
        var isProduct = arguments.Text("server") == "product";
        var clients = new ChatClient[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, ct) =>
            clients[i] = await ChatClient.Join(http, isProduct, received(i), ct));
        return new ChatCrowd(http, clients);
    }

    /// <summary>Waits for a line of the parent.</summary>
    public static async Task WaitFor(string line)
    {
        while (await Console.In.ReadLineAsync() is { } read)
        {
            if (read == line) return;
        }

        throw new BenchException("The parent is gone.");
    }

    /// <summary>Tells that all have joined.</summary>
    public void TellJoined() => Parent.Tell("joined", new { count = Clients.Count });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _keepAlive;
        await Parallel.ForEachAsync(Clients, async (client, _) => await client.DisposeAsync());
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task KeepAlive()
    {
        using var timer = new PeriodicTimer(KeepAliveInterval / 100);
        try
        {
            // A hundredth of the crowd at a time, so that the pings are no burst of their own.
            for (var part = 0; await timer.WaitForNextTickAsync(_stop.Token); part = (part + 1) % 100)
            {
                for (var i = part; i < Clients.Count; i += 100) await Clients[i].KeepAlive(_stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the run.
        }
    }
}
