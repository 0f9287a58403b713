using System.Globalization;
using Npgsql;
using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>Reads a store's log along its key; conversations' ids begin with the time at which they were made.</summary>
[StatelessWorker]
[GrainType("conversation-export")]
internal sealed class ConversationExportGrain(NpgsqlDataSource database, StorageRetry retry) : Grain, IConversationExportGrain
{
    private const string ReadPage = """
        SELECT e.key, e.seq, e.type, e.at, e.data, e.staff_data FROM events e
         WHERE (e.key, e.seq) > ($1, $2) AND e.key >= $3 AND e.key < $4 ORDER BY e.key, e.seq LIMIT $5
        """;

    /// <inheritdoc/>
    public async Task<ExportPage> Read(DateTimeOffset? from, DateTimeOffset? to, string? cursor, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var (first, last) = (Bound(from), to is null ? $"{this.GetPrimaryKeyString()}0" : Bound(to));
        var (key, seq) = Parse(cursor);
        var rows = await retry.Read(
            database, ReadPage, [key, seq, first, last, Limits.PageSize],
            r => (Key: r.GetString(0), Event: new LoggedEvent
            {
                Seq = r.GetInt64(1),
                Type = r.GetString(2),
                At = r.GetFieldValue<DateTimeOffset>(3),
                Data = r.GetString(4),
                StaffData = r.Text(5),
            }),
            cancellationToken);
        return new ExportPage
        {
            Events = [.. rows.Select(r => new ExportedEvent { ConversationId = ConversationKey.FromGrainKey(r.Key).PublicId, Event = ConversationFeed.For(r.Event, Audience.Staff) })],
            Cursor = rows.Count == Limits.PageSize ? string.Create(CultureInfo.InvariantCulture, $"{rows[^1].Event.Seq}~{rows[^1].Key}") : null,
        };
    }

    // '0' is what follows '/' in the order of characters, so that the store's own keys are between.
    private string Bound(DateTimeOffset? at) => at is null
        ? $"{this.GetPrimaryKeyString()}/"
        : string.Create(CultureInfo.InvariantCulture, $"{this.GetPrimaryKeyString()}/{Math.Max(0, at.Value.ToUnixTimeMilliseconds()):x12}");

    private static (string Key, long Seq) Parse(string? cursor)
    {
        if (cursor is null) return ("", 0);
        var end = cursor.IndexOf('~', StringComparison.Ordinal);
        return end > 0 && long.TryParse(cursor.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? (cursor[(end + 1)..], seq)
            : throw new SupportException(ProblemCodes.InvalidRequest, "The cursor is not one of a page before.");
    }
}
