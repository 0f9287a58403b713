using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>What somebody looks for.</summary>
/// <param name="Whole">The terms of finished words.</param>
/// <param name="Prefix">How the word that is being typed begins; null for none.</param>
/// <param name="PrefixTerm">The term that it is if it is finished.</param>
internal sealed record SearchWords(ImmutableArray<string> Whole, string? Prefix, string? PrefixTerm)
{
    /// <summary>The query in PostgreSQL's language, over a store's terms.</summary>
    public string ToQuery(string store)
    {
        var words = Whole.Select(w => Quoted(store, w)).ToList();
        if (Prefix is not null) words.Add($"({Quoted(store, Prefix)}:* | {Quoted(store, PrefixTerm!)})");
        return string.Join(" & ", words);
    }

    /// <summary>Whether a word of a text is one of those.</summary>
    public bool Has(Token token) =>
        Whole.Contains(token.Term) ||
        (Prefix is not null && (token.Term == PrefixTerm || SearchTerms.Written(token).StartsWith(Prefix, StringComparison.Ordinal))) ||
        (SearchTerms.IsUnspaced(token) && Whole.Any(w => w.Length == 1 && token.Term.Contains(w, StringComparison.Ordinal)));

    private static string Quoted(string store, string term) =>
        $"'{store}/{term.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
