using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Reads a query for one snapshot: joins phrases, adds other wordings, forgives slips, finds names.</summary>
/// <param name="terms">The snapshot's words.</param>
/// <param name="grams">What is like them.</param>
/// <param name="names">The snapshot's names.</param>
/// <param name="entries">The snapshot's entries of questions and answers.</param>
internal sealed class QueryReader(TermIndex terms, GramIndex grams, SourceNames names, FaqIndex entries)
{
    /// <summary>Another word for the same thing counts less than the word itself. Measured on the development data, as the next.</summary>
    public const double SynonymWeight = 0.7;

    private const double MeasureWeight = 0.9;
    private const double SlipWeight = 0.8;
    private const int MostTokens = 200;

    // One slip in the middle of a word of five leaves a quarter of its grams.
    private const double LeastLikeness = 0.15;
    private const int MostLike = 100;

    // With a name that nobody says here, mostly another thing is asked about than the store's.
    private const double ForeignNameWeight = 2.5;

    // The weight of what every second passage of a large store says; such a name counts for little as it is.
    private const double Everywhere = 0.69;

    /// <summary>Reads a query.</summary>
    public KnowledgeQuery Read(string text)
    {
        var tokens = Tokens.Read(Rephrasing.Of(text));
        if (tokens.Count > MostTokens) tokens.RemoveRange(MostTokens, tokens.Count - MostTokens);
        var isGerman = Language.Guess(text, null) == "de";
        var words = Joined(tokens.Where(t => !t.IsStop).ToList());
        var concepts = ImmutableArray.CreateBuilder<Concept>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count;)
        {
            var length = PhraseAt(words, i);
            var phrase = words.Skip(i).Take(length).ToList();
            i += length;
            if (seen.Add(string.Join(' ', phrase.Select(t => t.Term)))) concepts.Add(ConceptOf(phrase, IsMeasure(tokens, phrase[0]), isGerman));
        }

        return new KnowledgeQuery
        {
            Text = text,
            Tokens = [.. tokens],
            Concepts = WithMakers(text, WithWholeTitles(concepts.ToImmutable())),
            Entries = entries.Find(tokens),
        };
    }

    // "Trail Master" for the name TrailMaster.
    private List<Token> Joined(List<Token> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (names.Of(words[i].Term).Count > 0 || names.Of(words[i + 1].Term).Count > 0) continue;
            var raw = words[i].Raw + words[i + 1].Raw;
            var term = Stemmer.Stem(Folding.Fold(raw));
            var name = names.Of(term).Count > 0 ? term : names.Nearest(term);
            if (name is null) continue;
            words[i] = new Token(name, raw, false, words[i].StartsSentence);
            words.RemoveAt(i + 1);
        }

        return words;
    }

    private bool IsPartOfName(Token word) =>
        word.LooksLikeName && char.IsUpper(word.Raw[0]) && word.Raw.Skip(1).All(char.IsLower) && names.Of(word.Term).Count == 0;

    private int PhraseAt(List<Token> words, int at)
    {
        // "United States" is one name.
        if (at + 1 < words.Count && IsPartOfName(words[at]) && IsPartOfName(words[at + 1])) return 2;
        for (var length = Math.Min(Vocabulary.LongestEntry, words.Count - at); length > 1; length--)
            if (Vocabulary.OthersFor(Key(words, at, length)).Count > 0) return length;
        return 1;
    }

    // "How heavy" asks for a weight, not for what is heavy.
    private static bool IsMeasure(List<Token> tokens, Token word)
    {
        var at = tokens.IndexOf(word);
        return at > 0 && tokens[at - 1].Raw.ToUpperInvariant() is "HOW" or "WIE" or "HOE";
    }

    private static string Key(List<Token> words, int at, int length) =>
        string.Join(' ', words.Skip(at).Take(length).Select(t => t.Term));

    // "TrekMaster Camping Chair": what else stands in the title of the source that is named belongs to the name.
    private ImmutableArray<Concept> WithWholeTitles(ImmutableArray<Concept> concepts)
    {
        var named = concepts.SelectMany(c => c.NamedSources).Distinct().ToList();
        if (named.Count == 0) return concepts;
        return [.. concepts.Select(c => c.NamedSources.Length > 0 || c.Wordings[0].Terms.Length > 1
            ? c
            : c with { NamedSources = [.. named.Where(s => names.TitleHas(s, c.Wordings[0].Terms[0]))] })];
    }

    // "Northstar Aurora Lamp": a maker's name before what it makes belongs to the name, though no title has it.
    private ImmutableArray<Concept> WithMakers(string text, ImmutableArray<Concept> concepts)
    {
        var all = concepts.ToBuilder();
        for (var i = all.Count - 2; i >= 0; i--)
        {
            var (maker, made) = (all[i], all[i + 1]);
            if (!maker.LooksLikeName || maker.NamedSources.Length > 0 || maker.Weight < Everywhere || !text.Contains($"{maker.Name} {made.Name}", StringComparison.Ordinal)) continue;
            all[i] = maker with { NamedSources = [.. made.NamedSources.Where(s => maker.Wordings[0].Terms.All(t => names.IsSaidIn(s, t)))] };
        }

        return all.ToImmutable();
    }

    private Concept ConceptOf(List<Token> phrase, bool isMeasure, bool nounsHaveCapitals)
    {
        var own = phrase.Select(t => t.Term).ToImmutableArray();
        var wordings = ImmutableArray.CreateBuilder<Wording>();
        wordings.Add(new Wording(own, isMeasure ? SynonymWeight : 1));
        foreach (var other in Vocabulary.OthersFor(string.Join(' ', own)))
            wordings.Add(new Wording([.. other], isMeasure ? MeasureWeight : SynonymWeight));
        if (own.Length == 1 && !terms.Contains(own[0]) && Nearest(own[0]) is { } near)
            wordings.Add(new Wording([near], SlipWeight));
        var known = wordings.Where(w => w.Terms.All(terms.Contains)).ToList();
        var named = own.Length > 1 ? [] : known.Where(w => w.Weight >= SlipWeight).SelectMany(w => names.Of(w.Terms[0])).Distinct();
        var name = phrase.Any(t => t.LooksLikeName && !(nounsHaveCapitals && t.Raw.Skip(1).All(char.IsLower)));
        return new Concept
        {
            Name = string.Join(' ', phrase.Select(t => t.Raw)),
            Weight = Weight(known) * (known.Count == 0 && name ? ForeignNameWeight : 1),
            Wordings = wordings.DrainToImmutable(),
            IsKnown = known.Count > 0,
            IsKnownByName = own.All(terms.Contains),
            LooksLikeName = name,
            NamedSources = [.. named],
        };
    }

    // The commonest wording says how common the thing is; what nobody says here weighs most.
    private double Weight(List<Wording> known)
    {
        var documents = 0;
        foreach (var wording in known)
        {
            var fewest = int.MaxValue;
            foreach (var term in wording.Terms) fewest = Math.Min(fewest, terms.CountOf(term));
            if (wording.Weight >= SlipWeight) return terms.Idf(fewest);
            documents = Math.Max(documents, fewest);
        }

        return terms.Idf(documents);
    }

    private string? Nearest(string term)
    {
        var most = EditDistance.Allowed(term.Length);
        string? best = null;
        if (most == 0 || !char.IsLetter(term[0])) return best;
        foreach (var (number, _) in grams.Like(term, LeastLikeness, MostLike))
        {
            var candidate = terms.Terms[number];
            if (candidate[0] != term[0] || candidate.Any(char.IsDigit)) continue;
            var distance = EditDistance.Between(term, candidate, most);
            if (distance > most) continue;
            most = distance - 1;
            best = candidate;
            if (distance == 1) break;
        }

        return best;
    }
}
