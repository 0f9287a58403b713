namespace SupportPlatform.Eval.Figures;

/// <summary>
/// The area under the ROC curve, with an interval of 95% by the standard error of Hanley and McNeil (Radiology 143, 1982).
/// </summary>
internal static class Auroc
{
    /// <summary>How often a positive scores above a negative; a tie counts half.</summary>
    public static (double Value, double Low, double High) Of(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives)
    {
        if (positives.Count == 0 || negatives.Count == 0) return (double.NaN, 0, 1);
        var sorted = negatives.Order().ToArray();
        var value = positives.Sum(p => (Below(sorted, p, orEqual: false) + Below(sorted, p, orEqual: true)) / 2.0) / positives.Count / negatives.Count;
        var q1 = value / (2 - value);
        var q2 = 2 * value * value / (1 + value);
        var variance = ((value * (1 - value)) + ((positives.Count - 1) * (q1 - (value * value))) + ((negatives.Count - 1) * (q2 - (value * value))))
            / positives.Count / negatives.Count;
        var half = 1.959964 * Math.Sqrt(Math.Max(0, variance));
        return (value, Math.Max(0, value - half), Math.Min(1, value + half));
    }

    private static int Below(double[] sorted, double value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] <= value)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
