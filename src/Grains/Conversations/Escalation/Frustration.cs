using System.Text.RegularExpressions;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>How frustrated a customer is, from the messages alone. Pure.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Signs">What shows it, as the customer wrote it.</param>
internal sealed record Frustration(double Score, IReadOnlyList<string> Signs)
{
    private const int LeastWords = 3;
    private const int LeastTerms = 2;

    // Anger shows early, and each reading takes time.
    private const int Longest = 2_000;
    private const int LongestAbbreviation = 4;
    private const double ShareInCapitals = 0.5;

    /// <summary>The highest frustration of a turn's messages, with what the ones before carry over.</summary>
    /// <param name="before">The customer's messages before the turn, oldest first.</param>
    /// <param name="messages">The turn's messages, oldest first.</param>
    public static Frustration Of(IReadOnlyList<string> before, IReadOnlyList<string> messages)
    {
        var read = before.Concat(messages).Select(m => m.Length <= Longest ? m : m[..Longest]).ToList();
        var carried = 0.0;
        var highest = new Frustration(0, []);
        for (var i = 0; i < read.Count; i++)
        {
            var own = Alone(read[i], read.Take(i));
            var score = own.Score > 0 ? Math.Round(Math.Min(1, own.Score + (EscalationThresholds.Carried * carried)), 3) : 0;
            if (i >= before.Count && score > highest.Score) highest = own with { Score = score };
            carried = Math.Max(EscalationThresholds.Carried * carried, own.Score);
        }

        return highest;
    }

    private static Frustration Alone(string message, IEnumerable<string> before)
    {
        var signs = new List<string>();
        var text = message.Replace('’', '\'');
        var score = Words(FrustrationWords.Strong, EscalationThresholds.StrongWord, 2)
            + Words(FrustrationWords.StrongElsewhere, EscalationThresholds.StrongWord, 2)
            + Words(FrustrationWords.Mild, EscalationThresholds.MildWord, 3)
            + Words(FrustrationWords.Demand, EscalationThresholds.Demand, 2)
            + Words(FrustrationWords.Persistence, EscalationThresholds.Persistence, 2)
            + Words(FrustrationWords.Sarcasm, EscalationThresholds.Sarcasm, 1)
            + Words(FrustrationWords.Fault, EscalationThresholds.Fault, 1)
            + Words(FrustrationWords.Punctuation, EscalationThresholds.Punctuation, 1);
        if (IsShouted(text)) score += Sign("capitals", EscalationThresholds.Capitals);
        if (before.Any(b => IsSame(text, b))) score += Sign("the same again", EscalationThresholds.Persistence);
        return new Frustration(Math.Min(1, score), signs);

        double Words(Regex words, double weight, int most)
        {
            var found = words.Matches(text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(most).ToList();
            signs.AddRange(found);
            return weight * found.Count;
        }

        double Sign(string sign, double weight)
        {
            signs.Add(sign);
            return weight;
        }
    }

    // Names of products and abbreviations are in capitals too.
    private static bool IsShouted(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => new string([.. w.Where(char.IsLetter)])).Where(w => w.Length > 1).ToList();
        var loud = words.Where(w => w.All(char.IsUpper)).ToList();
        return loud.Count >= LeastWords && loud.Exists(w => w.Length > LongestAbbreviation) && loud.Count >= ShareInCapitals * words.Count;
    }

    /// <summary>Whether a message says what another said before.</summary>
    public static bool IsSame(string text, string before)
    {
        var now = Tokens.Of(text).ToHashSet(StringComparer.Ordinal);
        if (now.Count < LeastTerms) return false;
        var then = Tokens.Of(before).ToHashSet(StringComparer.Ordinal);
        var both = now.Count(then.Contains);
        return both >= EscalationThresholds.SameQuestion * now.Count && both >= EscalationThresholds.SameQuestion * then.Count;
    }
}
