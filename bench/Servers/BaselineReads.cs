using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Bench.Servers;

/// <summary>What the activation of a conversation reads, read by itself: its row and its last events, in one round trip.</summary>
internal static class BaselineReads
{
    /// <summary>The number of the last event, after reading what stands before it.</summary>
    public static async Task<IResult> View(NpgsqlDataSource database, string id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        foreach (var sql in new[]
        {
            "SELECT status, last_seq, state FROM conversations WHERE key = $1",
            "SELECT seq, type, at, data, staff_data FROM events WHERE key = $1 ORDER BY seq DESC LIMIT 200",
        })
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = ColdConversations.KeyOf(id) } } });
        }

        var events = new List<LoggedEvent>(200);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return Results.NotFound();
        var (status, last, _) = (reader.GetString(0), reader.GetInt64(1), reader.GetString(2));
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(new LoggedEvent
            {
                Seq = reader.GetInt64(0),
                Type = reader.GetString(1),
                At = reader.GetFieldValue<DateTimeOffset>(2),
                Data = reader.GetString(3),
                StaffData = reader.IsDBNull(4) ? null : reader.GetString(4),
            });
        }

        return Results.Ok(new { id, status, last, events = events.Count });
    }
}
