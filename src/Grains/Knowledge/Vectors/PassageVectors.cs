using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SupportPlatform.Knowledge;

/// <summary>The vectors of a store's passages, by the digest of what they were made of.</summary>
/// <param name="ByDigest">Vectors of unit length; see <see cref="DigestOf"/>.</param>
internal sealed record PassageVectors(ImmutableDictionary<string, float[]> ByDigest)
{
    /// <summary>No vectors.</summary>
    public static PassageVectors None { get; } = new(ImmutableDictionary<string, float[]>.Empty);

    /// <summary>What a passage's vector is made of: the passage with its title and the headings above it.</summary>
    public static string TextOf(Passage passage) => $"{passage.Title}\n{passage.Section}\n{passage.Text}";

    /// <summary>By what a passage's vector is kept.</summary>
    public static string DigestOf(Passage passage) => Digest.Of(TextOf(passage));

    /// <summary>The passages nearest to a query, nearest first, by their places.</summary>
    /// <param name="query">The query's vector.</param>
    /// <param name="vectors">The passages' vectors, by place; null for those without.</param>
    /// <param name="most">How many are wanted.</param>
    public static List<int> Nearest(float[] query, IReadOnlyList<float[]?> vectors, int most)
    {
        var best = new PriorityQueue<int, float>();
        for (var i = 0; i < vectors.Count; i++)
        {
            if (vectors[i] is not { } vector || vector.Length != query.Length) continue;
            var nearness = TensorPrimitives.Dot(query, vector);
            if (nearness <= 0) continue;
            if (best.Count < most) best.Enqueue(i, nearness);
            else best.EnqueueDequeue(i, nearness);
        }

        var nearest = new List<int>(best.Count);
        while (best.TryDequeue(out var i, out _)) nearest.Add(i);
        nearest.Reverse();
        return nearest;
    }
}
