using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>Brings the terms of a conversation up to its log, within the transaction of whoever projects it.</summary>
internal static class SearchTexts
{
    private const int Page = 500;
    private const char Separator = '\u001f';

    private const string Events = """
        SELECT seq, at, type, data, staff_data FROM events WHERE key = $1 AND seq > $2 AND type = ANY ($3) ORDER BY seq LIMIT $4
        """;

    private const string WriteTerms = """
        INSERT INTO conversation_terms (store, conversation, seq, at, terms)
        SELECT $1, $2, t.seq, t.at, array_to_tsvector(string_to_array(t.terms, chr(31)))
          FROM unnest($3::bigint[], $4::timestamptz[], $5::text[]) AS t (seq, at, terms)
        ON CONFLICT (conversation, seq) DO NOTHING
        """;

    private const string Advance = "UPDATE turn_cursors SET text_seq = greatest(text_seq, $2) WHERE conversation = $1";

    /// <summary>Writes the terms of what comes after a number, however long the log is.</summary>
    public static async Task Write(NpgsqlConnection connection, string store, string key, long after, CancellationToken cancellationToken)
    {
        for (var count = Page; count == Page;)
        {
            var said = await Read(connection, key, after, cancellationToken);
            count = said.Count;
            if (count == 0) return;
            after = said[^1].Seq;
            var found = said.Select(s => (s.Seq, s.At, Terms: Terms(store, s.Said))).Where(s => s.Terms.Length > 0).ToList();
            await Execute(
                connection, WriteTerms, cancellationToken, store, key,
                found.Select(f => f.Seq).ToArray(), found.Select(f => f.At).ToArray(), found.Select(f => f.Terms).ToArray());
            await Execute(connection, Advance, cancellationToken, key, after);
        }
    }

    /// <summary>The terms of one text as the statement takes them.</summary>
    public static string Terms(string store, SaidText said) =>
        string.Join(Separator, SearchTerms.Of(store, said.Author is null ? said.Text : $"{said.Author}\n{said.Text}"));

    private static async Task<List<(long Seq, DateTime At, SaidText Said)>> Read(
        NpgsqlConnection connection, string key, long after, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(Events, key, after, SaidText.Types, Page);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var said = new List<(long, DateTime, SaidText)>();
        while (await reader.ReadAsync(cancellationToken))
            said.Add((reader.GetInt64(0), reader.GetDateTime(1), SaidText.Of(reader.GetString(2), reader.GetString(3), reader.Text(4))));
        return said;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = connection.Statement(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
