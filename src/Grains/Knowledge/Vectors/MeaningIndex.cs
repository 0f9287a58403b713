using System.Collections.Immutable;
using System.Numerics.Tensors;
using SupportPlatform.Models;

namespace SupportPlatform.Knowledge;

/// <summary>Passages by their vectors: which are near to a query, and whether one of them stands out.</summary>
/// <remarks>
/// Cosines of different models do not compare, and there is no threshold for all of them. So a passage is measured by how far
/// it stands out from all others for the same query, in standard deviations; the largest of n chance values stands out by
/// about the square root of 2 ln n, and what is meant has to do so by one more.
/// </remarks>
/// <param name="passages">The passages.</param>
/// <param name="vectors">Their vectors, as far as there are any.</param>
internal sealed class MeaningIndex(ImmutableArray<Passage> passages, PassageVectors vectors)
{
    private const int MostNear = 50;

    // Fewer say nothing of what is chance.
    private const int LeastCount = 30;

    // What is meant by its words alone is surer than by its meaning alone.
    private const double Surest = 0.7;

    private readonly float[]?[] _vectors =
        vectors.ByDigest.IsEmpty ? [] : [.. passages.Select(p => vectors.ByDigest.GetValueOrDefault(PassageVectors.DigestOf(p)))];

    /// <summary>The nearest passages, nearest first.</summary>
    /// <param name="query">The query's vector.</param>
    public ImmutableArray<NearPassage> Near(float[] query)
    {
        var best = new PriorityQueue<int, float>();
        var (count, sum, squares) = (0, 0.0, 0.0);
        for (var i = 0; i < _vectors.Length; i++)
        {
            if (_vectors[i] is not { } vector || vector.Length != query.Length) continue;
            var nearness = TensorPrimitives.Dot(query, vector);
            (count, sum, squares) = (count + 1, sum + nearness, squares + ((double)nearness * nearness));
            if (nearness <= 0) continue;
            if (best.Count < MostNear) best.Enqueue(i, nearness);
            else best.EnqueueDequeue(i, nearness);
        }

        var near = new NearPassage[best.Count];
        var mean = count == 0 ? 0 : sum / count;
        var deviation = count == 0 ? 0 : Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)));
        for (var rank = near.Length - 1; rank >= 0; rank--)
        {
            best.TryDequeue(out var place, out var nearness);
            near[rank] = new NearPassage(place, passages[place], Sure(nearness, count, mean, deviation));
        }

        return [.. near];
    }

    private static double Sure(float nearness, int count, double mean, double deviation)
    {
        if (count < LeastCount || deviation < 1e-6) return 0;
        var chance = Math.Sqrt(2 * Math.Log(count));
        var standsOut = (nearness - mean) / deviation;
        return standsOut <= chance ? 0 : Math.Min(Surest, AnswerPolicy.Answers * standsOut / (chance + 1));
    }
}
