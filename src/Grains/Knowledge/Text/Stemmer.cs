using System.Buffers;

namespace SupportPlatform.Knowledge;

/// <summary>
/// A light stemmer for words in Latin letters: it takes off the commonest endings of English, German and the Romance
/// languages. What it makes need not be a word, only the same for the forms of one.
/// </summary>
internal static class Stemmer
{
    private const int ShortestStem = 3;

    // "brightness" is how bright something is; "business" and "harness" are words of their own.
    private const int ShortestQuality = 5;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem || !word.All(char.IsAsciiLetterLower)) return word;
        var stem = Plural(word);
        if (stem.EndsWith("ness", StringComparison.Ordinal) && stem.Length >= ShortestQuality + 4) stem = stem[..^4];
        stem = Verbal(stem);
        while (stem.Length > ShortestStem + 1 && stem[^1] is 'e' or 'a' or 'o') stem = stem[..^1];
        return stem.Length > ShortestStem && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    private static string Plural(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) ||
            word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)) return word[..^2];
        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static string Verbal(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "en", "em", "est", "ly"])
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < ShortestStem) continue;
            var stem = word[..^ending.Length];
            if (!stem.AsSpan().ContainsAny(Vowels)) return word;
            return stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
        }

        return word;
    }
}
