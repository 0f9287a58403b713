using System.Text.Json;
using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>What stores' people keep for their work, one row each; owner is the agent whom alone it is of, or empty.</summary>
internal sealed class WorkbenchStore(NpgsqlDataSource database, StorageRetry retry)
{
    private const string ReadItems =
        "SELECT content FROM workbench_items WHERE store = $1 AND kind = $2 AND owner IN ('', $3) ORDER BY id";

    // Somebody else's is neither replaced nor told from one that is not there.
    private const string WriteItem = """
        INSERT INTO workbench_items AS i (store, kind, id, owner, name, content)
        SELECT $1, $2, $3, $4, $5, $6::json
         WHERE $8 > (SELECT count(*) FROM workbench_items o WHERE o.store = $1 AND o.kind = $2 AND o.id <> $3)
        ON CONFLICT (store, kind, id) DO UPDATE SET owner = excluded.owner, name = excluded.name, content = excluded.content
         WHERE i.owner = ANY ($7)
        """;

    private const string DeleteItem = "DELETE FROM workbench_items WHERE store = $1 AND kind = $2 AND id = $3 AND owner = ANY ($4)";

    /// <summary>All of a kind that are everybody's or an owner's.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public Task<IReadOnlyList<T>> Read<T>(string store, WorkbenchKind kind, string owner, CancellationToken cancellationToken) => retry.Read(
        database, ReadItems, [store, kind.ToString(), owner],
        reader => JsonSerializer.Deserialize<T>(reader.GetString(0)) ?? throw new JsonException("A kept item is null."), cancellationToken);

    /// <summary>Writes one; false where the id is another's, or there are too many.</summary>
    /// <param name="store">The store's id.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Whose it is from now on.</param>
    /// <param name="mayReplace">Whose it may have been.</param>
    /// <param name="name">What is to be there once for an owner.</param>
    /// <param name="content">The item.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The name is taken, or the storage is unavailable.</exception>
    public async Task<bool> Write<T>(
        string store, WorkbenchKind kind, string id, string owner, string[] mayReplace, string name, T content, CancellationToken cancellationToken)
    {
        try
        {
            // Without the retry, to which a name that is taken is as good as a database that fails.
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var command = connection.Statement(
                WriteItem, store, kind.ToString(), id, owner, name, JsonSerializer.Serialize(content), mayReplace, WorkbenchRules.Most);
            return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new SupportException(ProblemCodes.NameTaken, "There is another one of this name.");
        }
    }

    /// <summary>Removes one that is of these owners; false when there is none.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<bool> Delete(string store, WorkbenchKind kind, string id, string[] owners, CancellationToken cancellationToken) =>
        await retry.Execute(database, DeleteItem, [store, kind.ToString(), id, owners], cancellationToken) > 0;
}
