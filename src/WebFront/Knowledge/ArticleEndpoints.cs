using SupportPlatform.Hosting;

namespace SupportPlatform.Knowledge;

/// <summary>A store's articles over HTTP, for administrators.</summary>
internal sealed class ArticleEndpoints()
    : EntryEndpoints<ArticleEntry, ArticleView, ArticlePage>(EntryWords.Of("Articles", "Article", "an article", "articles"))
{
    /// <summary>The longest article, each of its characters as an escape.</summary>
    protected override int? LargestBody => 2_000_000;

    /// <inheritdoc/>
    protected override Task<ArticleView> Add(ISupportGrains grains, string store, ArticleEntry entry, CancellationToken cancellationToken) =>
        grains.Articles(store).Add(entry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<ArticleView> Put(ISupportGrains grains, string store, string id, ArticleEntry entry, CancellationToken cancellationToken) =>
        grains.Articles(store).Put(entry with { Id = id }, cancellationToken);

    /// <inheritdoc/>
    protected override Task<ArticleView> Get(ISupportGrains grains, string store, string id, CancellationToken cancellationToken) =>
        grains.Articles(store).Get(id, cancellationToken);

    /// <inheritdoc/>
    protected override Task<ArticlePage> List(ISupportGrains grains, string store, string? after, int limit, CancellationToken cancellationToken) =>
        grains.Articles(store).List(after, limit, cancellationToken);

    /// <inheritdoc/>
    protected override Task Delete(ISupportGrains grains, string store, string id, CancellationToken cancellationToken) =>
        grains.Sources(store).Delete(SourceKinds.Article, id, cancellationToken);

    /// <inheritdoc/>
    protected override Task<ImportResult> Import(
        ISupportGrains grains, string store, IReadOnlyList<(int Line, ArticleEntry Entry)> lines, bool dryRun, CancellationToken cancellationToken) =>
        grains.Articles(store).Import(
            new ArticleImport { Lines = [.. lines.Select(l => new ArticleLine { Line = l.Line, Entry = l.Entry })], DryRun = dryRun }, cancellationToken);

    /// <inheritdoc/>
    protected override string IdOf(ArticleView view) => view.Id;

    /// <inheritdoc/>
    protected override (IEnumerable<ArticleEntry> Items, string? Next) ToEntries(ArticlePage page) => (page.Items.Select(ToEntry), page.Next);

    private static ArticleEntry ToEntry(ArticleView view) => new()
    {
        Id = view.Id,
        Title = view.Title,
        Body = view.Body,
        Category = view.Category,
        Locale = view.Locale,
        State = view.State,
        Audience = view.Audience,
    };
}
