using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>The connection of one writer, with its statement prepared; opened when it is needed.</summary>
internal sealed class LogSession(NpgsqlDataSource dataSource, TimeSpan commitTimeout) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _append;

    /// <summary>Connects, if that is to be done; nothing of an append has been sent when this fails.</summary>
    public async Task Open(CancellationToken cancellationToken)
    {
        if (_append is not null) return;
        _connection ??= await dataSource.OpenConnectionAsync(cancellationToken);
        var append = new NpgsqlCommand(AppendStatement.Text, _connection) { CommandTimeout = (int)commitTimeout.TotalSeconds };
        append.Parameters.AddRange(AppendStatement.Parameters([]).ToArray());
        await append.PrepareAsync(cancellationToken);
        _append = append;
    }

    /// <summary>Writes appends in one commit; returns the places of those that were not fenced.</summary>
    public async Task<HashSet<int>> Append(IReadOnlyList<PendingAppend> appends, CancellationToken cancellationToken)
    {
        _append!.Parameters.Clear();
        _append.Parameters.AddRange(AppendStatement.Parameters(appends).ToArray());
        return await ReadPlaces(_append, cancellationToken);
    }

    /// <summary>The places of those appends that an earlier attempt has committed.</summary>
    public async Task<HashSet<int>> FindCommitted(IReadOnlyList<PendingAppend> appends, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(AppendStatement.ReadBack, _connection);
        command.Parameters.AddRange(AppendStatement.Heads(appends).ToArray());
        return await ReadPlaces(command, cancellationToken);
    }

    /// <summary>Gives up the connection, which may be broken; the next use opens another.</summary>
    public async ValueTask DisposeAsync()
    {
        var (append, connection) = (_append, _connection);
        (_append, _connection) = (null, null);
        if (append is not null) await append.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
    }

    private static async Task<HashSet<int>> ReadPlaces(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var places = new HashSet<int>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) places.Add(reader.GetInt32(0));

        // The rows come before the commit. Only the end of the answer says that it was done.
        await reader.NextResultAsync(cancellationToken);
        return places;
    }
}
