using System.Data;
using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>The connection of one writer, with its statement prepared; opened when it is needed.</summary>
internal sealed class LogSession(NpgsqlDataSource dataSource, TimeSpan commitTimeout) : IAsyncDisposable
{
    // The plan is made once, often while the tables are small, and then serves them at any size. It has to go by the
    // indexes: a plan that reads the conversations through was right for a hundred of them and ruinous for ten thousand.
    private const string PlanByIndex = "SET enable_seqscan = off; SET random_page_cost = 0.01";
    private const string PlanFreely = "RESET enable_seqscan; RESET random_page_cost";

    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _append;
    private NpgsqlCommand? _appendWithoutDues;
    private NpgsqlCommand? _appendWithAll;

    /// <summary>Connects, if that is to be done; nothing of an append has been sent when this fails.</summary>
    public async Task Open(CancellationToken cancellationToken)
    {
        if (_append is not null) return;
        _connection ??= await dataSource.OpenConnectionAsync(cancellationToken);
        await Execute(_connection, PlanByIndex, cancellationToken);
        _appendWithoutDues = await Prepare(AppendStatement.TextWithoutDues, AppendStatement.ParametersWithoutDues, cancellationToken);
        _appendWithAll = await Prepare(AppendStatement.TextWithAll, int.MaxValue, cancellationToken);
        _append = await Prepare(AppendStatement.Text, AppendStatement.ParametersWithoutRare, cancellationToken);
    }

    /// <summary>Writes appends in one commit; returns the places of those that were not fenced.</summary>
    public async Task<HashSet<int>> Append(IReadOnlyList<PendingAppend> appends, CancellationToken cancellationToken)
    {
        var command = appends.Any(a => a.Append.Slot is not null || a.Append.ContactId is not null) ? _appendWithAll!
            : appends.Any(a => a.Dues.Length > 0) ? _append! : _appendWithoutDues!;
        AppendStatement.Fill(command.Parameters, appends);
        return await ReadPlaces(command, cancellationToken);
    }

    /// <summary>The places of those appends that an earlier attempt has committed.</summary>
    public async Task<HashSet<int>> FindCommitted(IReadOnlyList<PendingAppend> appends, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(AppendStatement.ReadBack, _connection);
        command.Parameters.AddRange(AppendStatement.NewParameters()[..5]);
        AppendStatement.FillHeads(command.Parameters, appends);
        return await ReadPlaces(command, cancellationToken);
    }

    /// <summary>Gives up the connection, which may be broken; the next use opens another.</summary>
    public async ValueTask DisposeAsync()
    {
        var (commands, connection) = (new[] { _append, _appendWithoutDues, _appendWithAll }, _connection);
        (_append, _appendWithoutDues, _appendWithAll, _connection) = (null, null, null, null);
        foreach (var command in commands) if (command is not null) await command.DisposeAsync();
        if (connection is null) return;
        try
        {
            // It goes back to the pool, for others.
            if (connection.State == ConnectionState.Open) await Execute(connection, PlanFreely, CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // It is broken, and the pool will drop it.
        }

        await connection.DisposeAsync();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<NpgsqlCommand> Prepare(string text, int parameters, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text, _connection) { CommandTimeout = (int)commitTimeout.TotalSeconds };
        command.Parameters.AddRange(AppendStatement.NewParameters().Take(parameters).ToArray());
        await command.PrepareAsync(cancellationToken);
        return command;
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
