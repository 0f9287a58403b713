using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using SupportPlatform.Bench.Load;
using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Servers;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Bench.Verbs;

/// <summary>
/// Questions to many passages, one at a time on one core: our index against PostgreSQL's full-text search (a GIN index,
/// the words joined by "or", <c>ts_rank_cd</c>) on the same passages. The ratio is that of the 99th percentiles.
/// </summary>
internal static class SearchVerb
{
    private const int Found = 5;

    // The baseline takes up to a second a question; its load has warmed it.
    private const int Rounds = 3;
    private const int BaselineRounds = 1;

    private const string Query = """
        SELECT source, page FROM bench_passages, (SELECT replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery AS q) AS query
        WHERE words @@ q ORDER BY ts_rank_cd(words, q, 1) DESC LIMIT 5
        """;

    /// <summary>Runs both and prints.</summary>
    public static async Task Run(Arguments arguments)
    {
        var corpus = new SearchCorpus(arguments.Text("data"), arguments.Count("passages", 100_000));
        Console.WriteLine($"{corpus.Texts.Count} documents, {corpus.Questions.Count} questions");
        var before = MemoryUse.PrivateKb();
        var clock = Stopwatch.StartNew();
        var knowledge = new KnowledgeSnapshot(corpus.Texts.Select(t => DocumentReader.Read(t.Name, t.Text)));
        var indexed = clock.Elapsed;
        var memory = (MemoryUse.PrivateKb() - before) / 1024.0;
        clock.Restart();
        var more = DocumentReader.Read("added.md", "# Added\n\nOne more document.");
        var grown = new KnowledgeSnapshot(knowledge.Sources.Append(more), knowledge);
        var added = clock.Elapsed;
        var ours = await Measure(corpus, q => Task.FromResult(
            grown.Search(grown.Read(q), Found).Select(h => (h.Passage.Source, h.Passage.Page)).ToList()), Rounds);

        Console.WriteLine($"p99 {ours.Times.At(0.99)} ms, {memory:F0} MB, indexed in {indexed.TotalSeconds:F1} s, added in {added.TotalMilliseconds:F0} ms");
        var (postgres, address) = await DatabaseServer.Start();
        await using var stop = postgres;
        await using var database = NpgsqlDataSource.Create(address);
        await using var connection = await database.OpenConnectionAsync();
        clock.Restart();
        await Load(connection, knowledge);
        var loaded = clock.Elapsed;
        var theirs = await Measure(corpus, q => Ask(connection, q), BaselineRounds);
        var size = await Scalar(connection, "SELECT pg_total_relation_size('bench_passages')") / 1048576.0;
        new Report("search")
            .Row("passages", "passages", knowledge.Passages.Length, knowledge.Passages.Length)
            .Row("found p50 (ms)", "p50_ms", ours.Times.At(0.5), theirs.Times.At(0.5))
            .Row("found p99 (ms)", "p99_ms", ours.Times.At(0.99), theirs.Times.At(0.99))
            .Row("right one among five", "recall_5", ours.Recall, theirs.Recall)
            .Row("memory, disk (MB)", "mb", Math.Round(memory), Math.Round(size))
            .Row("indexed a second", "per_s", Math.Round(knowledge.Passages.Length / indexed.TotalSeconds), Math.Round(knowledge.Passages.Length / loaded.TotalSeconds))
            .Row("one document more (ms)", "added_ms", Math.Round(added.TotalMilliseconds))
            .Print(ours.Times.At(0.99) / theirs.Times.At(0.99), "p99", "p99 ≤ 20 ms, ≤ 1,024 MB, ≥ 500 passages/s");
    }

    private static async Task<(Percentiles Times, double? Recall)> Measure(
        SearchCorpus corpus, Func<string, Task<List<(string Source, int? Page)>>> search, int rounds)
    {
        var took = new List<double>();
        var right = 0;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (text, source, page) in corpus.Questions)
            {
                var start = Stopwatch.GetTimestamp();
                var hits = await search(text);
                // The first of several rounds warms.
                if (round > 0 || rounds == 1) took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (round == 0 && hits.Exists(h => h.Source == source && (page is null || h.Page == page))) right++;
            }
        }

        var asked = corpus.Questions.Count(q => q.Source is not null);
        return (new Percentiles(took), asked == 0 ? null : Math.Round((double)right / asked, 3));
    }

    private static async Task Load(NpgsqlConnection connection, KnowledgeSnapshot knowledge)
    {
        await Execute(connection, "CREATE TABLE bench_passages (source text, page int, body text, words tsvector)");
        await using (var import = await connection.BeginBinaryImportAsync("COPY bench_passages (source, page, body) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var passage in knowledge.Passages)
            {
                await import.StartRowAsync();
                await import.WriteAsync(passage.Source, NpgsqlDbType.Text);
                if (passage.Page is { } page) await import.WriteAsync(page, NpgsqlDbType.Integer);
                else await import.WriteNullAsync();
                await import.WriteAsync($"{passage.Title}\n{passage.Section}\n{passage.Text}", NpgsqlDbType.Text);
            }

            await import.CompleteAsync();
        }

        await Execute(connection, "UPDATE bench_passages SET words = to_tsvector('english', body)");
        await Execute(connection, "CREATE INDEX ON bench_passages USING gin (words)");
        await Execute(connection, "VACUUM ANALYZE bench_passages");
        await Execute(connection, "SET max_parallel_workers_per_gather = 0");
    }

    private static async Task<List<(string Source, int? Page)>> Ask(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(Query, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = text } } };
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<(string, int?)>();
        while (await rows.ReadAsync()) found.Add((rows.GetString(0), await rows.IsDBNullAsync(1) ? null : rows.GetInt32(1)));
        return found;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Scalar(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
