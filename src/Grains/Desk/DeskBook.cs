using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>Which desks there are and who serves them, in the database.</summary>
internal sealed class DeskBook(NpgsqlDataSource database, StorageRetry retry)
{
    private const string ReadAll = """
        WITH waits AS (
            SELECT desk, count(*) AS n FROM conversations WHERE store = $1 AND desk IS NOT NULL AND waiting_since IS NOT NULL GROUP BY desk),
        serves AS (SELECT d.desk, array_agg(a.id ORDER BY a.id) AS ids FROM agents a, unnest(a.desks) AS d (desk) WHERE a.store = $1 GROUP BY d.desk),
        names AS (
            SELECT id AS desk FROM desks WHERE store = $1 UNION SELECT desk FROM waits UNION SELECT desk FROM serves
            UNION SELECT n.desk COLLATE "C" FROM unnest($2::text[]) AS n (desk))
        SELECT n.desk, d.assignment, d.offer_seconds, s.ids, coalesce(w.n, 0)
          FROM names n
          LEFT JOIN desks d ON d.store = $1 AND d.id = n.desk
          LEFT JOIN serves s ON s.desk = n.desk
          LEFT JOIN waits w ON w.desk = n.desk
         ORDER BY n.desk
        """;

    // Of an agent's desks the last one is never taken away, whoever else changes them in the same moment: none would mean all.
    private const string Free =
        "UPDATE agents SET desks = array_remove(desks, $2), revision = revision + 1 WHERE store = $1 AND $2 = ANY (desks) AND cardinality(desks) > 1";

    private const string Serve = $"""
        WITH alone AS (SELECT name FROM agents WHERE store = $1 AND desks = ARRAY[$2]::text[] AND id <> ALL ($3) ORDER BY id LIMIT 1),
        joined AS (
            UPDATE agents SET desks = array_append(desks, $2), revision = revision + 1
             WHERE store = $1 AND id = ANY ($3) AND $2 <> ALL (desks) AND cardinality(desks) BETWEEN 1 AND 19 AND NOT EXISTS (SELECT FROM alone)
            RETURNING id),
        freed AS ({Free} AND id <> ALL ($3) AND NOT EXISTS (SELECT FROM alone) RETURNING id)
        SELECT (SELECT name FROM alone), (SELECT count(*) FROM joined) + (SELECT count(*) FROM freed)
        """;

    private const string Remove = $"""
        WITH alone AS (SELECT name FROM agents WHERE store = $1 AND desks = ARRAY[$2]::text[] ORDER BY id LIMIT 1),
        waits AS (SELECT FROM conversations WHERE store = $1 AND desk = $2 AND waiting_since IS NOT NULL LIMIT 1),
        freed AS ({Free} AND NOT EXISTS (SELECT FROM alone) AND NOT EXISTS (SELECT FROM waits) RETURNING id),
        gone AS (
            DELETE FROM desks WHERE store = $1 AND id = $2 AND NOT EXISTS (SELECT FROM alone) AND NOT EXISTS (SELECT FROM waits) RETURNING id)
        SELECT (SELECT name FROM alone), (SELECT count(*) FROM freed) + (SELECT count(*) FROM gone), EXISTS (SELECT FROM waits)
        """;

    /// <summary>The desks that there are, by id.</summary>
    /// <param name="store">The store.</param>
    /// <param name="named">Those that its settings name, which are there in any case.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<DeskView>> List(string store, IReadOnlySet<string> named, CancellationToken cancellationToken) => retry.Read(
        database, ReadAll, [store, named.ToArray()],
        reader => new DeskView
        {
            Desk = reader.GetString(0),
            Settings = reader.IsDBNull(1) ? new DeskSettings() : DeskStore.ReadSetting(reader, 1),
            Members = reader.IsDBNull(3) ? [] : [.. reader.GetFieldValue<string[]>(3)],
            Waiting = (int)reader.GetInt64(4),
            IsNamed = named.Contains(reader.GetString(0)),
        },
        cancellationToken);

    /// <summary>Says which agents name a desk; false when nothing changes.</summary>
    /// <exception cref="SupportException">Somebody would be left with no desk.</exception>
    public async Task<bool> SetMembers(string store, string desk, IReadOnlyCollection<string> agentIds, CancellationToken cancellationToken)
    {
        var (alone, changed) = (await retry.Read(database, Serve, [store, desk, agentIds.ToArray()], r => (r.Text(0), r.GetInt64(1)), cancellationToken))[0];
        return alone is null ? changed > 0 : throw OnlyDesk(alone);
    }

    /// <summary>Forgets a desk; false when nothing of it was kept.</summary>
    /// <exception cref="SupportException">Somebody waits there, or an agent serves no other.</exception>
    public async Task<bool> Delete(string store, string desk, CancellationToken cancellationToken)
    {
        var (alone, changed, waits) = (await retry.Read(database, Remove, [store, desk], r => (r.Text(0), r.GetInt64(1), r.GetBoolean(2)), cancellationToken))[0];
        if (waits) throw new SupportException(ProblemCodes.DeskInUse, "Somebody waits at this desk.");
        return alone is null ? changed > 0 : throw OnlyDesk(alone);
    }

    private static SupportException OnlyDesk(string name) =>
        new(ProblemCodes.DeskInUse, $"{name} serves this desk alone; give {name} another one first.");
}
