using System.Diagnostics;
using Npgsql;
using SupportPlatform.Bench.Load;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Bench.Servers;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// The search over many messages, through its grain, one at a time: rare words, frequent ones, both together, unfinished
/// ones, and words of scripts without spaces. The baseline is a plain <c>ILIKE</c> over the same log, latest first. The ratio
/// is that of the 95th percentiles.
/// </summary>
internal static class ConversationsVerb
{
    private const int Hits = 20;

    private const string Plain = """
        SELECT e.key, e.seq, e.data ->> 'text' FROM events e JOIN conversations c ON c.key = e.key
         WHERE c.store = $1 AND e.type = 'message-posted' AND e.data ->> 'text' ILIKE $2
         ORDER BY e.at DESC LIMIT 20
        """;

    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var messages = arguments.Count("messages", 1_000_000);
        var (postgres, database) = await DatabaseServer.Start();
        await using var stop = postgres;
        await using var work = Child.StartProduct(
            "work-conversations", ("database", database), ("messages", messages), ("queries", arguments.Count("queries", 400)), ("plain", arguments.Count("plain", 10)));
        var told = await work.Expect("searched", TimeSpan.FromMinutes(30));
        double Get(string side, string name) => told.GetProperty(side).GetProperty(name).GetDouble();
        new Report("conversations")
            .Row("messages", "messages", messages, messages)
            .Row("found p50 (ms)", "p50_ms", Get("product", "p50"), Get("baseline", "p50"))
            .Row("found p95 (ms)", "p95_ms", Get("product", "p95"), Get("baseline", "p95"))
            .Row("found p99 (ms)", "p99_ms", Get("product", "p99"), Get("baseline", "p99"))
            .Row("hits a search", "hits", Get("product", "hits"), Get("baseline", "hits"))
            .Row("terms, log on disk (MB)", "mb", Get("product", "mb"), Get("baseline", "mb"))
            .Row("written a second", "per_s", Get("product", "perSecond"))
            .Print(Get("product", "p95") / Get("baseline", "p95"), "p95", "p95_ms ≤ 100");
    }

    /// <summary>Fills the log, has it projected, and searches in both ways, in the process that holds the grains.</summary>
    public static Task Work(Arguments arguments) => ProductServer.With(arguments, async host =>
    {
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        var corpus = new MessageCorpus(arguments.Count("messages", 0));
        var took = await corpus.Write(database);
        CallerContext.Current = Caller.Administrator;
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IConversationSearchGrain>(ProductServer.Store);
        var queries = corpus.Queries(arguments.Count("queries", 0));
        await Measure(queries.Take(queries.Count / 10), Search);
        var product = await Measure(queries, Search);
        var baseline = await Measure(queries.Take(arguments.Count("plain", 0)), Like);
        Parent.Tell("searched", new
        {
            product = new { p50 = product.P50, p95 = product.P95, p99 = product.P99, hits = product.Hits, mb = await Size("conversation_terms"), perSecond = Math.Round(corpus.Count / took.TotalSeconds) },
            baseline = new { p50 = baseline.P50, p95 = baseline.P95, p99 = baseline.P99, hits = baseline.Hits, mb = await Size("events") },
        });

        async Task<int> Search(string text) => (await grain.Search(new ConversationQuery { Text = text, Limit = Hits })).Hits.Length;

        async Task<int> Like(string text)
        {
            await using var command = database.CreateCommand(Plain);
            command.CommandTimeout = 300;
            command.Parameters.AddWithValue(ProductServer.Store);
            command.Parameters.AddWithValue($"%{text.Trim().Replace(' ', '%')}%");
            await using var reader = await command.ExecuteReaderAsync();
            var count = 0;
            while (await reader.ReadAsync()) count++;
            return count;
        }

        async Task<long> Size(string table)
        {
            await using var command = database.CreateCommand($"SELECT pg_total_relation_size('{table}') / 1048576");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    });

    private static async Task<Figures> Measure(IEnumerable<string> queries, Func<string, Task<int>> search)
    {
        var took = new List<double>();
        var hits = 0;
        foreach (var query in queries)
        {
            var start = Stopwatch.GetTimestamp();
            hits += await search(query);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var times = new Percentiles(took);
        return new Figures(times.At(0.5), times.At(0.95), times.At(0.99), Math.Round((double)hits / took.Count, 1));
    }

    private sealed record Figures(double P50, double P95, double P99, double Hits);
}
