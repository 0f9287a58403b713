using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>
/// The terms by which messages are found: those of the knowledge's index, each word as it is written beside its stem so that
/// what is being typed finds it, and single characters of scripts without spaces. Each begins with the store, so that no
/// store's index has another's words in it.
/// </summary>
internal static class SearchTerms
{
    private const int MostTerms = 16;

    // Two letters begin so many words that they are read only where nothing else narrows what is looked for.
    private const int ShortestPrefix = 3;
    private const int ShortestAlone = 2;

    /// <summary>The terms of a text in a store's index.</summary>
    public static IEnumerable<string> Of(string store, string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokens.Read(text))
        {
            if (token.IsStop) continue;
            terms.Add(token.Term);
            if (IsUnspaced(token)) foreach (var c in token.Term) terms.Add(c.ToString());
            else terms.Add(Written(token));
        }

        return terms.Where(t => t.Length > 0).Select(t => $"{store}/{t}");
    }

    /// <summary>Reads what somebody looks for; null when it has no word in it.</summary>
    public static SearchWords? Read(string text)
    {
        var tokens = Tokens.Read(text);
        if (tokens.Count == 0) return null;
        var last = tokens[^1];
        var isTyped = char.IsLetterOrDigit(text[^1]) && !IsUnspaced(last);
        var whole = (isTyped ? tokens.SkipLast(1) : tokens).Where(t => !t.IsStop).Select(t => t.Term).Distinct(StringComparer.Ordinal).Take(MostTerms).ToImmutableArray();
        if (!isTyped) return whole.IsEmpty ? null : new SearchWords(whole, null, null);
        var prefix = Written(last);
        if (prefix.Length >= (whole.IsEmpty ? ShortestAlone : ShortestPrefix)) return new SearchWords(whole, prefix, last.Term);
        return whole.IsEmpty ? new SearchWords([last.Term], null, null) : new SearchWords(whole, null, null);
    }

    /// <summary>A word as it is written, folded; without what is before or after its apostrophe.</summary>
    public static string Written(Token token)
    {
        var folded = Folding.Fold(token.Raw);
        var apostrophe = folded.AsSpan().IndexOfAny('\'', '’');
        if (apostrophe <= 0) return folded;
        var (left, right) = (folded[..apostrophe], folded[(apostrophe + 1)..]);
        return left.Length >= right.Length ? left : right;
    }

    /// <summary>Whether a token is of a script without spaces.</summary>
    public static bool IsUnspaced(Token token) => token.Term.Length > 0 && Folding.IsUnspaced(token.Term[0]);
}
