using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Help;

/// <summary>Reads what a store publishes, as many at a time as come.</summary>
[StatelessWorker]
[GrainType("help-centre")]
internal sealed class HelpCentreGrain(HelpStore help, KnowledgeLibrary library) : Grain, IHelpCentreGrain
{
    private const int LongestLocale = 35;
    private const int LongestExcerpt = 200;
    private const int MostHits = 20;
    private const int MostViews = 10_000;

    // Of the best passages many may be of sources that are not published, or of one article.
    private const int Candidates = 100;

    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<HelpContents> GetContents(string locale, CancellationToken cancellationToken = default) =>
        help.Contents(Store, Checked(locale), cancellationToken);

    /// <inheritdoc/>
    public Task<HelpArticle?> GetArticle(string id, CancellationToken cancellationToken = default) => help.Article(Store, id, cancellationToken);

    /// <inheritdoc/>
    public async Task<ImmutableArray<HelpHit>> Search(string query, string locale, CancellationToken cancellationToken = default)
    {
        if (query.Length > Limits.MessageLength)
            throw new SupportException(ProblemCodes.MessageTooLong, $"The query has {query.Length} characters; {Limits.MessageLength} are allowed.");
        Checked(locale);
        var knowledge = await library.Of(Store, cancellationToken);
        var passages = knowledge.Search(knowledge.Read(query), Candidates).Select(h => h.Passage).DistinctBy(p => p.Source, StringComparer.Ordinal).ToList();
        var titles = await help.Titles(Store, locale, [.. passages.Select(p => p.Source)], cancellationToken);
        var hits = ImmutableArray.CreateBuilder<HelpHit>();
        foreach (var passage in passages)
        {
            if (!titles.TryGetValue((passage.IsFaq ? SourceKinds.Faq : SourceKinds.Article, passage.Source), out var title)) continue;
            hits.Add(new HelpHit { Id = passage.Source, IsQuestion = passage.IsFaq, Title = title, Excerpt = Excerpt(passage.Text, title) });
            if (hits.Count == MostHits) break;
        }

        return hits.ToImmutable();
    }

    /// <inheritdoc/>
    public Task CountViews(ImmutableArray<HelpViews> views, CancellationToken cancellationToken = default) =>
        help.Count(Store, [.. views.Take(MostViews)], cancellationToken);

    private static string Checked(string locale) => locale.Length <= LongestLocale
        ? locale
        : throw new SupportException(ProblemCodes.InvalidRequest, "The locale is not a language tag.");

    // The title stands above it already.
    private static string Excerpt(string text, string title)
    {
        var words = text.StartsWith(title, StringComparison.Ordinal) ? text[title.Length..].TrimStart() : text;
        var line = words.ReplaceLineEndings(" ");
        return line.Length <= LongestExcerpt ? line : line[..(LongestExcerpt - 1)] + "…";
    }
}
