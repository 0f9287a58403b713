namespace SupportPlatform.Models;

/// <summary>
/// Estimates tokens from characters by class of script, and learns each class's ratio from the provider's own counts.
/// </summary>
internal sealed class TokenEstimator
{
    // How much one count moves the ratios; a class moves by its share of the text.
    private const double Learning = 0.2;
    private const double Furthest = 4;

    // Characters a token to begin with, as published figures for byte-pair vocabularies of 100,000 to 200,000 entries
    // roughly have it; the counts correct them.
    private static readonly double[] Initial = [4.2, 3.0, 2.4, 1.2, 2.2];

    private readonly Lock _gate = new();
    private readonly double[] _ratios = [.. Initial];

    /// <summary>The estimated tokens of a text.</summary>
    public int Count(string? text)
    {
        if (string.IsNullOrEmpty(text)) return 0;
        Span<int> counts = stackalloc int[Initial.Length];
        Classify(text, counts);
        lock (_gate) return (int)Math.Ceiling(Estimate(counts));
    }

    /// <summary>Learns from a provider's count of a text.</summary>
    public void Learn(string text, long tokens)
    {
        if (tokens <= 0 || text.Length < 20) return;
        Span<int> counts = stackalloc int[Initial.Length];
        Classify(text, counts);
        lock (_gate)
        {
            var error = Math.Log(Estimate(counts) / tokens);
            for (var i = 0; i < counts.Length; i++)
            {
                var share = (double)counts[i] / text.Length;
                var ratio = _ratios[i] * Math.Exp(Learning * share * error);
                _ratios[i] = Math.Clamp(ratio, Initial[i] / Furthest, Initial[i] * Furthest);
            }
        }
    }

    private double Estimate(ReadOnlySpan<int> counts)
    {
        var tokens = 0.0;
        for (var i = 0; i < counts.Length; i++) tokens += counts[i] / _ratios[i];
        return tokens;
    }

    // ASCII letters and spaces; other Latin; other alphabets; scripts of words in one or two characters; all the rest.
    private static void Classify(string text, Span<int> counts)
    {
        foreach (var c in text)
        {
            var i = c switch
            {
                ' ' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => 0,
                (>= '\u00c0' and <= '\u024f') or (>= '\u1e00' and <= '\u1eff') => 1,
                (>= '\u0370' and <= '\u06ff') => 2,
                >= '\u0900' and not (>= '\u2000' and <= '\u206f') => 3,
                _ => 4,
            };
            counts[i]++;
        }
    }
}
