using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SupportPlatform.Bench.Servers;
using SupportPlatform.Conversations;

namespace SupportPlatform.Bench.Load;

/// <summary>
/// Messages, the same on every run: words as frequent as words are (the n-th one as 1/n), from a long tail, in conversations
/// of ten; each twentieth in a script without spaces.
/// </summary>
/// <param name="count">How many.</param>
internal sealed class MessageCorpus(int count)
{
    private const int Words = 60_000;
    private const int PerConversation = 10;
    private const int Page = 20_000;

    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "xu", "za", "sta", "tre", "pli", "dro"];

    private readonly Random _random = new(20261121);

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>Writes them into an empty log and its terms, by the product's own reading of them; says how long the terms took.</summary>
    public async Task<TimeSpan> Write(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await Execute(connection, "DROP INDEX conversation_terms_by_term");
        var took = TimeSpan.Zero;
        for (var from = 0; from < count; from += Page)
        {
            var texts = Enumerable.Range(from, Math.Min(Page, count - from)).Select(i => (Index: i, Text: Message())).ToList();
            await WriteLog(connection, texts);
            var clock = Stopwatch.StartNew();
            await WriteTerms(connection, texts);
            took += clock.Elapsed;
        }

        var index = Stopwatch.StartNew();
        await Execute(connection, "CREATE INDEX conversation_terms_by_term ON conversation_terms USING gin (terms)");
        took += index.Elapsed;
        await Execute(connection, "VACUUM ANALYZE conversation_terms, events, conversations");
        return took;
    }

    /// <summary>What is searched: in turn a frequent word, a rare one, two frequent ones, both kinds, an unfinished one, and characters.</summary>
    public List<string> Queries(int queries) => [.. Enumerable.Range(0, queries).Select(i => (i % 6) switch
    {
        0 => Word(_random.Next(50)) + " ",
        1 => Word(20_000 + _random.Next(40_000)) + " ",
        2 => $"{Word(_random.Next(100))} {Word(_random.Next(100))} ",
        3 => $"{Word(_random.Next(100))} {Word(5_000 + _random.Next(40_000))} ",
        4 => Word(500 + _random.Next(20_000))[..4],
        _ => $"{Character()}{Character()}",
    })];

    private static string Key(int index) => $"{ProductServer.Store}/{index / PerConversation:x32}";

    private static DateTime At(int index) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(index * 20L);

    private static async Task WriteLog(NpgsqlConnection connection, List<(int Index, string Text)> texts)
    {
        await using (var conversations = await connection.BeginBinaryImportAsync("""
            COPY conversations (key, store, status, contact_id, channel, last_seq, state, created_at, updated_at) FROM STDIN (FORMAT BINARY)
            """))
        {
            foreach (var (index, _) in texts.Where(t => t.Index % PerConversation == 0))
            {
                await conversations.StartRowAsync();
                foreach (var text in new[] { Key(index), ProductServer.Store, "open", $"c-{index}", "web" }) await conversations.WriteAsync(text, NpgsqlDbType.Text);
                await conversations.WriteAsync((long)PerConversation, NpgsqlDbType.Bigint);
                await conversations.WriteAsync("{}", NpgsqlDbType.Json);
                await conversations.WriteAsync(At(index), NpgsqlDbType.TimestampTz);
                await conversations.WriteAsync(At(index), NpgsqlDbType.TimestampTz);
            }

            await conversations.CompleteAsync();
        }

        await using var events = await connection.BeginBinaryImportAsync("COPY events (seq, epoch, at, key, type, data) FROM STDIN (FORMAT BINARY)");
        foreach (var (index, text) in texts)
        {
            await events.StartRowAsync();
            await events.WriteAsync((long)(index % PerConversation) + 1, NpgsqlDbType.Bigint);
            await events.WriteAsync(1L, NpgsqlDbType.Bigint);
            await events.WriteAsync(At(index), NpgsqlDbType.TimestampTz);
            await events.WriteAsync(Key(index), NpgsqlDbType.Text);
            await events.WriteAsync(EventTypes.MessagePosted, NpgsqlDbType.Text);
            await events.WriteAsync(JsonSerializer.Serialize(new { messageId = $"m{index}", role = "customer", text }), NpgsqlDbType.Json);
        }

        await events.CompleteAsync();
    }

    private static async Task WriteTerms(NpgsqlConnection connection, List<(int Index, string Text)> texts)
    {
        await using var command = new NpgsqlCommand("""
            WITH cursors AS (
                INSERT INTO turn_cursors (conversation, text_seq) SELECT DISTINCT k, 10 FROM unnest($2) k ON CONFLICT DO NOTHING)
            INSERT INTO conversation_terms (store, conversation, seq, at, terms)
            SELECT $1, t.key, t.seq, t.at, array_to_tsvector(string_to_array(t.terms, chr(31)))
              FROM unnest($2, $3, $4, $5) AS t (key, seq, at, terms)
            """, connection) { CommandTimeout = 600 };
        command.Parameters.AddWithValue(ProductServer.Store);
        command.Parameters.AddWithValue(texts.Select(t => Key(t.Index)).ToArray());
        command.Parameters.AddWithValue(texts.Select(t => (long)(t.Index % PerConversation) + 1).ToArray());
        command.Parameters.AddWithValue(texts.Select(t => At(t.Index)).ToArray());
        command.Parameters.AddWithValue(texts.Select(t => SearchTexts.Terms(ProductServer.Store, new SaidText("customer", null, t.Text))).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1_200 };
        await command.ExecuteNonQueryAsync();
    }

    private string Message()
    {
        var length = 5 + _random.Next(25);
        return _random.Next(20) == 0
            ? string.Concat(Enumerable.Range(0, length).Select(_ => Character()))
            : string.Join(' ', Enumerable.Range(0, length).Select(_ => Word((int)Math.Exp(_random.NextDouble() * Math.Log(Words)) - 1)));
    }

    private char Character() => (char)('\u4e00' + (int)Math.Exp(_random.NextDouble() * Math.Log(3_000)));

    private static string Word(int number)
    {
        var word = "";
        for (var n = number + 400; n > 0; n /= Syllables.Length) word += Syllables[n % Syllables.Length];
        return word;
    }
}
