namespace SupportPlatform.Knowledge;

/// <summary>Figures of samples with their 95% intervals. Pure.</summary>
internal static class EffectRules
{
    // The normal distribution's quantile for 97.5%.
    private const double Z = 1.959964;
    private const int WorstRating = 1;
    private const int BestRating = 5;

    /// <summary>A sample's figures; those of no sample are empty.</summary>
    public static EffectFigures Of(EffectSample? sample) => new()
    {
        Answers = sample?.Answers ?? 0,
        Ratings = sample?.Ratings ?? 0,
        MeanRating = sample is { Mean: { } mean, Deviation: { } deviation } ? Mean(mean, deviation, sample.Ratings) : null,
        HandoffRate = sample is { Answers: > 0 } ? Rate(sample.Handoffs, sample.Answers) : null,
    };

    /// <summary>A mean with Student's interval, within what ratings can be.</summary>
    public static Estimate Mean(double mean, double deviation, long count)
    {
        var half = Student(count - 1) * deviation / Math.Sqrt(count);
        return Rounded(mean, Math.Max(WorstRating, mean - half), Math.Min(BestRating, mean + half));
    }

    /// <summary>A share with Wilson's interval, which holds for few and for extreme ones, too.</summary>
    public static Estimate Rate(long hits, long count)
    {
        var (p, n, z2) = ((double)hits / count, (double)count, Z * Z);
        var centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Z / (1 + (z2 / n)) * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        return Rounded(p, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    // Exact for 1 and 2 degrees of freedom; beyond them the series of Cornish and Fisher, right to 1% from 3 on.
    private static double Student(long freedom) => freedom switch
    {
        1 => 12.7062,
        2 => 4.3027,
        _ => Z + ((Math.Pow(Z, 3) + Z) / (4 * freedom)) + (((5 * Math.Pow(Z, 5)) + (16 * Math.Pow(Z, 3)) + (3 * Z)) / (96.0 * freedom * freedom)) +
            (((3 * Math.Pow(Z, 7)) + (19 * Math.Pow(Z, 5)) + (17 * Math.Pow(Z, 3)) - (15 * Z)) / (384.0 * freedom * freedom * freedom)),
    };

    private static Estimate Rounded(double value, double low, double high) =>
        new() { Value = Math.Round(value, 4), Low = Math.Round(low, 4), High = Math.Round(high, 4) };
}
