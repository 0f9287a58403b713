using System.Runtime.InteropServices;
using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>Keeps vectors, so that a text is sent once for a model, whichever silo asks and however often it starts.</summary>
/// <param name="database">Where they are.</param>
internal sealed class VectorStore(NpgsqlDataSource database)
{
    /// <summary>Those that are kept, by digest.</summary>
    public async Task<Dictionary<string, float[]>> Load(
        string store, string model, IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            "SELECT digest, vector FROM passage_vectors WHERE store = $1 AND model = $2 AND digest = ANY ($3)", store, model, digests.ToArray());
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            vectors[reader.GetString(0)] = MemoryMarshal.Cast<byte, float>(reader.GetFieldValue<byte[]>(1)).ToArray();
        return vectors;
    }

    /// <summary>Keeps vectors; one that another silo kept meanwhile stays.</summary>
    public async Task Save(
        string store, string model, IReadOnlyList<(string Digest, float[] Vector)> vectors, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            """
            INSERT INTO passage_vectors (store, model, digest, vector)
            SELECT $1, $2, v.digest, v.vector
              FROM unnest($3::text[], $4::bytea[]) AS v (digest, vector)
                ON CONFLICT (store, model, digest) DO NOTHING
            """,
            store, model, vectors.Select(v => v.Digest).ToArray(), vectors.Select(v => MemoryMarshal.AsBytes(v.Vector.AsSpan()).ToArray()).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes the vectors of passages that are gone, whatever model made them.</summary>
    public async Task Remove(string store, IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            "DELETE FROM passage_vectors WHERE store = $1 AND digest = ANY ($2)", store, digests.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Removes the vectors of all but some passages: of what went while no silo had the store in memory. Those of the last
    /// five minutes stay, since another silo may know newer passages.
    /// </summary>
    public async Task KeepOnly(string store, IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            """
            DELETE FROM passage_vectors v
             WHERE v.store = $1 AND v.made_at < now() - interval '5 minutes'
               AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS k (digest) WHERE k.digest = v.digest)
            """,
            store, digests.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
