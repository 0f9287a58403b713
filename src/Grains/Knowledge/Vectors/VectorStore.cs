using System.Runtime.InteropServices;
using Npgsql;

namespace SupportPlatform.Knowledge;

/// <summary>Keeps vectors, so that a text is sent once for a model, whichever silo asks and however often it starts.</summary>
/// <param name="database">Where they are.</param>
internal sealed class VectorStore(NpgsqlDataSource database)
{
    /// <summary>Those that are kept, by digest.</summary>
    public async Task<Dictionary<string, float[]>> Load(string model, IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            "SELECT digest, vector FROM passage_vectors WHERE model = $1 AND digest = ANY ($2)", model, (object)digests.ToArray());
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            vectors[reader.GetString(0)] = MemoryMarshal.Cast<byte, float>(reader.GetFieldValue<byte[]>(1)).ToArray();
        return vectors;
    }

    /// <summary>Keeps vectors; one that another silo kept meanwhile stays.</summary>
    public async Task Save(string model, IReadOnlyList<(string Digest, float[] Vector)> vectors, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Statement(
            """
            INSERT INTO passage_vectors (model, digest, vector)
            SELECT $1, v.digest, v.vector
              FROM unnest($2::text[], $3::bytea[]) AS v (digest, vector)
                ON CONFLICT (model, digest) DO NOTHING
            """,
            model, vectors.Select(v => v.Digest).ToArray(), vectors.Select(v => MemoryMarshal.AsBytes(v.Vector.AsSpan()).ToArray()).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
