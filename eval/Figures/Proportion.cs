namespace SupportPlatform.Eval.Figures;

/// <summary>A share of cases, with Wilson's score interval of 95% (E. B. Wilson, JASA 22, 1927).</summary>
/// <param name="Hits">How many were right.</param>
/// <param name="Cases">How many there were.</param>
internal sealed record Proportion(int Hits, int Cases)
{
    private const double Z = 1.959964;

    /// <summary>The share, 0 to 1.</summary>
    public double Value => Cases == 0 ? 0 : (double)Hits / Cases;

    /// <summary>The bounds of the interval.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Cases == 0) return (0, 1);
            var shrink = 1 + (Z * Z / Cases);
            var middle = (Value + (Z * Z / (2 * Cases))) / shrink;
            var half = Z / shrink * Math.Sqrt((Value * (1 - Value) / Cases) + (Z * Z / (4.0 * Cases * Cases)));
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }

    /// <summary>The share of rows for which something holds.</summary>
    public static Proportion Of<T>(IReadOnlyCollection<T> rows, Func<T, bool> holds) => new(rows.Count(holds), rows.Count);
}
