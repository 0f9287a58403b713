using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>Locks a conversation's row, so that a test can make a commit wait and things queue behind it.</summary>
internal sealed class HeldConversation : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private HeldConversation(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_connection, _transaction) = (connection, transaction);

    public static async Task<HeldConversation> Hold(NpgsqlDataSource dataSource, string key)
    {
        var connection = await dataSource.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("SELECT FROM conversations WHERE key = $1 FOR UPDATE", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        await command.ExecuteNonQueryAsync();
        return new HeldConversation(connection, transaction);
    }

    /// <summary>Runs a statement in the transaction that holds the row.</summary>
    public async Task Execute(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until as many sessions wait for locks of this database.</summary>
    public async Task UntilWaiting(int sessions)
    {
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", _connection);
        while ((long)(await command.ExecuteScalarAsync())! < sessions)
        {
            await Execute("SELECT pg_stat_clear_snapshot()");
            await Task.Yield();
        }
    }

    public async Task Release() => await _transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
