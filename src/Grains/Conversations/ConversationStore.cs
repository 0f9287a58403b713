using System.Collections.Immutable;
using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>Opens conversations and reads their logs; one for all grains of a silo.</summary>
internal sealed class ConversationStore
{
    private const string Header =
        "epoch, revision, last_seq, state, summary, store, status, contact_id, channel, locale, created_at";

    private const string RaiseEpoch = $"UPDATE conversations SET epoch = epoch + 1 WHERE key = $1 AND state IS NOT NULL RETURNING {Header}";

    private const string InsertOrRaise = $"""
        INSERT INTO conversations (key, store, status, contact_id, channel, locale, created_at, updated_at)
        VALUES ($1, $2, 'open', $3, $4, $5, $6, $6)
        ON CONFLICT (key) DO UPDATE SET epoch = conversations.epoch + 1
        RETURNING {Header}
        """;

    private const string ReadTail = "SELECT seq, type, at, data, staff_data FROM events WHERE key = $1 ORDER BY seq DESC LIMIT $2";

    private const string ReadPage =
        "SELECT seq, type, at, data, staff_data FROM events WHERE key = $1 AND seq > $2 ORDER BY seq LIMIT $3";

    private const string FindMessage = "SELECT seq FROM events WHERE key = $1 AND client_message_id = $2";

    private const string ReadAgent = "SELECT agent FROM conversations WHERE key = $1";

    private readonly NpgsqlDataSource _dataSource;
    private readonly LogWriter _writer;
    private readonly StorageRetry _retry;

    /// <summary>The store over a database.</summary>
    public ConversationStore(NpgsqlDataSource dataSource, LogWriter writer, StorageRetry retry) =>
        (_dataSource, _writer, _retry) = (dataSource, writer, retry);

    /// <summary>
    /// Takes a conversation over: raises its epoch, so that no earlier owner can write any more, and reads it as it then
    /// is. Returns null when there is none (or only a header that nothing was ever appended to).
    /// </summary>
    /// <param name="key">The grain's key.</param>
    /// <param name="tail">How many of the last events to read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public Task<OpenedConversation?> Open(string key, int tail, CancellationToken cancellationToken) =>
        _retry.Run(ct => Open(key, new NpgsqlBatchCommand(RaiseEpoch) { Parameters = { Value(key) } }, tail, ct), cancellationToken);

    /// <summary>The agent who has a conversation now, whichever activation wrote that; null for nobody.</summary>
    /// <param name="key">The grain's key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<string?> FindAgent(string key, CancellationToken cancellationToken) =>
        (await _retry.Read(_dataSource, ReadAgent, [key], r => r.Text(0), cancellationToken)).SingleOrDefault();

    /// <summary>Creates a conversation, or takes over the one that exists; see <see cref="Open(string,int,CancellationToken)"/>.</summary>
    /// <param name="key">The grain's key.</param>
    /// <param name="header">The header, where it is new.</param>
    /// <param name="tail">How many of the last events to read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<OpenedConversation> Create(string key, NewConversation header, int tail, CancellationToken cancellationToken)
    {
        NpgsqlBatchCommand Insert() => new(InsertOrRaise)
        {
            Parameters =
            {
                Value(key), Value(header.Store), Value(header.ContactId), Value(header.Channel),
                new NpgsqlParameter { Value = (object?)header.Locale ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                Value(header.At.UtcDateTime),
            },
        };
        var opened = await _retry.Run(ct => Open(key, Insert(), tail, ct), cancellationToken);
        return opened ?? throw new InvalidOperationException("An upsert returned no row.");
    }

    /// <summary>At most <paramref name="limit"/> events after a number, oldest first.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public Task<IReadOnlyList<LoggedEvent>> Read(string key, long after, int limit, CancellationToken cancellationToken) =>
        _retry.Run(
            async ct =>
            {
                await using var connection = await _dataSource.OpenConnectionAsync(ct);
                await using var command = new NpgsqlCommand(ReadPage, connection) { Parameters = { Value(key), Value(after), Value((long)limit) } };
                await command.PrepareAsync(ct);
                await using var reader = await command.ExecuteReaderAsync(ct);
                return (IReadOnlyList<LoggedEvent>)await ReadEvents(reader, ct);
            },
            cancellationToken);

    /// <summary>The number of the event with a client's message id, or null.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public Task<long?> FindClientMessage(string key, string clientMessageId, CancellationToken cancellationToken) =>
        _retry.Run(
            async ct =>
            {
                await using var connection = await _dataSource.OpenConnectionAsync(ct);
                await using var command = new NpgsqlCommand(FindMessage, connection) { Parameters = { Value(key), Value(clientMessageId) } };
                await command.PrepareAsync(ct);
                return await command.ExecuteScalarAsync(ct) as long?;
            },
            cancellationToken);

    /// <summary>
    /// One round trip, but two statements: the second must see what an append committed while the first waited for it.
    /// </summary>
    private async Task<OpenedConversation?> Open(string key, NpgsqlBatchCommand take, int tail, CancellationToken cancellationToken)
    {
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { take, new NpgsqlBatchCommand(ReadTail) { Parameters = { Value(key), Value((long)tail) } } },
        };
        await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var opened = ReadHeader(key, reader);
        await reader.NextResultAsync(cancellationToken);
        var events = await ReadEvents(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        events.Reverse();
        return opened with { Tail = [.. events] };
    }

    private OpenedConversation ReadHeader(string key, NpgsqlDataReader reader) => new()
    {
        Log = new ConversationLog(key, new LogPosition(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)), _writer),
        State = Text(reader, 3),
        Summary = Text(reader, 4),
        Store = reader.GetString(5),
        Status = reader.GetString(6),
        ContactId = reader.GetString(7),
        Channel = reader.GetString(8),
        Locale = Text(reader, 9),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(10),
        Tail = ImmutableArray<LoggedEvent>.Empty,
    };

    private static async Task<List<LoggedEvent>> ReadEvents(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var events = new List<LoggedEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(new LoggedEvent
            {
                Seq = reader.GetInt64(0),
                Type = reader.GetString(1),
                At = reader.GetFieldValue<DateTimeOffset>(2),
                Data = reader.GetString(3),
                StaffData = Text(reader, 4),
            });
        }

        return events;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
