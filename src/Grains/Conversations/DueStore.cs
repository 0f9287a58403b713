using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>Hands out due rows.</summary>
internal sealed class DueStore
{
    private const string TakeRows = """
        WITH taken AS MATERIALIZED (
            SELECT target, key, kind, due_at
              FROM due
             WHERE target = $4 AND due_at <= $1
             ORDER BY due_at
             LIMIT $3
               FOR UPDATE SKIP LOCKED)
        UPDATE due d
           SET due_at = $1 + $2, attempts = d.attempts + 1
          FROM taken t
         WHERE d.target = t.target AND d.key = t.key AND d.kind = t.kind
        RETURNING d.key, d.kind, t.due_at, d.attempts
        """;

    private readonly NpgsqlDataSource _dataSource;

    /// <summary>The due rows of a database.</summary>
    public DueStore(NpgsqlDataSource dataSource) => _dataSource = dataSource;

    /// <summary>
    /// Takes rows that are due, each for one taker alone. A row that is not removed or changed meanwhile comes due again
    /// after the lease, so that a taker which dies delays it only.
    /// </summary>
    /// <param name="target">Whose rows; see <see cref="DueTargets"/>.</param>
    /// <param name="now">The time by which they are due.</param>
    /// <param name="lease">How long the taker has.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<DueItem>> Take(
        string target, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(TakeRows, connection);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = lease });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = limit });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = target });
        await command.PrepareAsync(cancellationToken);
        var items = new List<DueItem>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            items.Add(new DueItem(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt32(3)));
        await reader.NextResultAsync(cancellationToken);
        return items;
    }
}
