namespace SupportPlatform.Bench.Measures;

/// <summary>Order statistics of a set of times in milliseconds.</summary>
internal sealed class Percentiles
{
    private readonly double[] _sorted;

    /// <summary>Sorts the values.</summary>
    public Percentiles(IEnumerable<double> milliseconds)
    {
        _sorted = [.. milliseconds];
        Array.Sort(_sorted);
    }

    /// <summary>How many there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>The value that a share (0 to 1) of all does not exceed, to a hundredth; 0 without values.</summary>
    public double At(double share) =>
        _sorted.Length == 0 ? 0 : Math.Round(_sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)], 2);
}
