namespace SupportPlatform.Knowledge;

/// <summary>Vectors of unit length by feature, for the cosine of each with a query.</summary>
internal sealed class SimilarityIndex
{
    private readonly int[] _starts;
    private readonly int[] _vectors;
    private readonly float[] _weights;

    /// <summary>Indexes the vectors; what they hold are features from 0 to <paramref name="features"/> - 1.</summary>
    public SimilarityIndex(IReadOnlyList<(int Feature, float Weight)[]> vectors, int features)
    {
        Count = vectors.Count;
        _starts = new int[features + 1];
        foreach (var vector in vectors)
            foreach (var (feature, _) in vector) _starts[feature + 1]++;
        for (var i = 0; i < features; i++) _starts[i + 1] += _starts[i];
        _vectors = new int[_starts[features]];
        _weights = new float[_starts[features]];
        var next = _starts[..features];
        for (var v = 0; v < vectors.Count; v++)
        {
            var length = Length(vectors[v]);
            foreach (var (feature, weight) in vectors[v])
            {
                _vectors[next[feature]] = v;
                _weights[next[feature]++] = weight / length;
            }
        }
    }

    /// <summary>How many vectors there are.</summary>
    public int Count { get; }

    /// <summary>The length of a vector; 1 for one without features.</summary>
    public static float Length(IEnumerable<(int Feature, float Weight)> vector)
    {
        var sum = vector.Sum(f => f.Weight * f.Weight);
        return sum > 0 ? MathF.Sqrt(sum) : 1;
    }

    /// <summary>The cosine of each vector with a query of unit length.</summary>
    public float[] Compare(IEnumerable<(int Feature, float Weight)> query)
    {
        var cosines = new float[Count];
        foreach (var (feature, weight) in query)
            for (var i = _starts[feature]; i < _starts[feature + 1]; i++) cosines[_vectors[i]] += weight * _weights[i];
        return cosines;
    }
}
