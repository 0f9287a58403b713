using System.Collections.Immutable;
using System.Diagnostics;
using Npgsql;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;
using SupportPlatform.Conversations;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// Writers that each wait for the acknowledgement of their message: through the log, and by one <c>INSERT</c> and
/// commit a message over the same pool. The ratio is that of the messages a second.
/// </summary>
internal static class AppendVerb
{
    private const string Data =
        """{"messageId":"0193a6f0c1d27a4e8b5f6a7d8c9e0f11","role":"customer","text":"Where is my order KCW204518? It should have come on Tuesday.","clientMessageId":"c1"}""";

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);

    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var writers = arguments.Count("writers", 64);
        var seconds = arguments.Seconds("seconds", 8);
        Console.WriteLine($"{writers} writers for {seconds.TotalSeconds:F0} s each way");
        var (postgres, database) = await DatabaseServer.Start();
        await using var stop = postgres;
        await using var work = Child.StartProduct("work-append", ("database", database), ("writers", writers), ("seconds", seconds.TotalSeconds));
        var told = await work.Expect("appended", seconds * 2 + TimeSpan.FromSeconds(60));
        double Get(string side, string name) => told.GetProperty(side).GetProperty(name).GetDouble();
        new Report("append")
            .Row("messages a second", "per_s", Get("product", "perSecond"), Get("baseline", "perSecond"))
            .Row("acknowledged p50 (ms)", "p50_ms", Get("product", "p50"), Get("baseline", "p50"))
            .Row("acknowledged p99 (ms)", "p99_ms", Get("product", "p99"), Get("baseline", "p99"))
            .Print(Get("product", "perSecond") / Get("baseline", "perSecond"), "messages a second", "ratio ≥ 3");
    }

    /// <summary>Writes in both ways, in the process that holds the log.</summary>
    public static Task Work(Arguments arguments) => ProductServer.With(arguments, async host =>
    {
        var writers = arguments.Count("writers", 0);
        var seconds = arguments.Seconds("seconds", 0);
        var store = host.Services.GetRequiredService<ConversationStore>();
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using (var table = database.CreateCommand("CREATE TABLE bench_events (LIKE events INCLUDING ALL)")) await table.ExecuteNonQueryAsync();
        var baseline = await Measure(writers, seconds, i => Task.FromResult(Insert(database, $"bench/{i:x32}")));
        var product = await Measure(writers, seconds, async i => Append(await Open(store, $"bench/{i:x32}")));
        Parent.Tell("appended", new { product, baseline });
    });

    private static async Task<ConversationLog> Open(ConversationStore store, string key)
    {
        var header = new NewConversation { Store = ProductServer.Store, ContactId = "bench", Channel = "api", At = DateTimeOffset.UtcNow };
        return (await store.Create(key, header, 1, CancellationToken.None)).Log;
    }

    private static Func<int, Task> Append(ConversationLog log) => n => log.Append(
        new LogAppend
        {
            Events = ImmutableArray.Create(new NewEvent(EventTypes.MessagePosted, Data, null, $"c{n}")),
            At = DateTimeOffset.UtcNow,
            State = "{}",
            Status = "open",
            Dues = [],
        },
        CancellationToken.None);

    private static Func<int, Task> Insert(NpgsqlDataSource database, string key) => async n =>
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var insert = new NpgsqlCommand(
            "INSERT INTO bench_events (key, seq, epoch, at, type, client_message_id, data) VALUES ($1, $2, 1, $3, $4, $5, $6::json)", connection);
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = n });
        insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = DateTimeOffset.UtcNow });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = EventTypes.MessagePosted });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"c{n}" });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Data });
        await insert.ExecuteNonQueryAsync();
    };

    private static async Task<object> Measure(int writers, TimeSpan seconds, Func<int, Task<Func<int, Task>>> writer)
    {
        var actions = await Task.WhenAll(Enumerable.Range(1, writers).Select(writer));
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(actions.Select(async write =>
        {
            var took = new List<double>();
            for (var n = 1; clock.Elapsed < Warm + seconds; n++)
            {
                var start = clock.Elapsed;
                await write(n);
                if (start >= Warm) took.Add((clock.Elapsed - start).TotalMilliseconds);
            }

            return took;
        }));
        var all = new Percentiles(times.SelectMany(t => t));
        return new { perSecond = Math.Round(all.Count / (clock.Elapsed - Warm).TotalSeconds), p50 = all.At(0.5), p99 = all.At(0.99) };
    }
}
