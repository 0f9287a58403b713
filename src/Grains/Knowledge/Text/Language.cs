namespace SupportPlatform.Knowledge;

/// <summary>Guesses the language of short texts: by script, then by their commonest words.</summary>
internal static class Language
{
    private static readonly Dictionary<string, string[]> Words = Resources.Lines("Languages.txt")
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(l => l.Skip(1).Select(w => (Word: Folding.Fold(w), Language: l[0])))
        .GroupBy(w => w.Word, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(w => w.Language).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The text's language as a two-letter code, or <paramref name="otherwise"/> when it does not show.</summary>
    /// <param name="text">The text.</param>
    /// <param name="otherwise">A BCP 47 tag.</param>
    public static string Guess(string text, string? otherwise)
    {
        var fallback = Primary(otherwise);
        if (ByScript(text) is { } script) return script;
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in Tokens.Read(text))
            foreach (var language in Words.GetValueOrDefault(Folding.Fold(token.Raw)) ?? [])
                votes[language] = votes.GetValueOrDefault(language) + (1.0 / Words[Folding.Fold(token.Raw)].Length);
        if (votes.Count == 0) return fallback;
        var most = votes.Values.Max();
        return votes.GetValueOrDefault(fallback) >= most - 0.01 ? fallback : votes.First(v => v.Value >= most).Key;
    }

    /// <summary>The two-letter code of a BCP 47 tag; <c>en</c> for none.</summary>
    public static string Primary(string? tag) =>
        tag is { Length: >= 2 } ? tag.Split('-', '_')[0].ToLowerInvariant() : "en";

    private static string? ByScript(string text)
    {
        var han = false;
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '\u3040' and <= '\u30ff': return "ja";
                case >= '\uac00' and <= '\ud7af': return "ko";
                case >= '\u0e00' and <= '\u0e7f': return "th";
                case >= '\u0900' and <= '\u097f': return "hi";
                case >= '\u0590' and <= '\u05ff': return "he";
                case >= '\u0600' and <= '\u06ff': return "ar";
                case >= '\u0370' and <= '\u03ff': return "el";
                case >= '\u0400' and <= '\u04ff': return text.Contains('ї', StringComparison.Ordinal) ? "uk" : "ru";
                case >= '\u4e00' and <= '\u9fff': han = true; break;
            }
        }

        return han ? "zh" : null;
    }
}
