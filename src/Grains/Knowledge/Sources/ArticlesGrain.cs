using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>Administers a store's articles.</summary>
[StatelessWorker]
[GrainType("articles")]
internal sealed class ArticlesGrain(
    SourceStore sources, EntryWriter writer, EntryImporter importer, StorageRetry retry) : Grain, IArticlesGrain
{
    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<ArticleView> Add(ArticleEntry entry, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        var article = SourceRules.Check(entry);
        var written = await writer.Write(Store, SourceKinds.Article, [ToEntry(article)], replace: false, cancellationToken);
        if (written.Count == 0) throw new SupportException(ProblemCodes.SourceExists, $"There is an article with the id {article.Id}.");
        return await Find(article.Id!, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ArticleView> Put(ArticleEntry entry, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        var article = SourceRules.Check(entry);
        await writer.Write(Store, SourceKinds.Article, [ToEntry(article)], replace: true, cancellationToken);
        return await Find(article.Id!, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ArticleView> Get(string id, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        return Find(id, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ArticlePage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        SourceRules.CheckLimit(limit);
        var query = new ListSources { Kind = SourceKinds.Article, After = after, Limit = limit };
        var items = await retry.Run(ct => sources.List(Store, query, withContent: true, ct), cancellationToken);
        return new ArticlePage { Items = [.. items.Select(ToView)], Next = items.Count == limit ? items[^1].View.Id : null };
    }

    /// <inheritdoc/>
    public Task<ImportResult> Import(ArticleImport import, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        var lines = import.Lines.IsDefault ? [] : import.Lines;
        return importer.Import(
            Store, SourceKinds.Article, [.. lines.Select(l => (l.Line, (Func<NewEntry>)(() => ToEntry(SourceRules.Check(l.Entry)))))],
            import.DryRun, cancellationToken);
    }

    private static NewEntry ToEntry(ArticleEntry article) =>
        new(article.Id!, article.Title, article.Locale, article.Category, article.State, SourceRules.Stored(article.Audience), SourceContent.Of(article));

    private static ArticleView ToView(StoredSource source) => new()
    {
        Id = source.View.Id,
        Title = source.View.Title,
        Body = source.Content?.Pages?.FirstOrDefault()?.Text ?? "",
        State = source.View.State,
        Category = source.View.Category,
        Locale = source.View.Locale,
        Revision = source.View.Revision,
        Answers = source.View.Answers,
        UpdatedAt = source.View.UpdatedAt,
        Audience = source.View.Audience,
    };

    private async Task<ArticleView> Find(string id, CancellationToken cancellationToken)
    {
        var found = await retry.Run(ct => sources.Find(new SourceKey(Store, SourceKinds.Article, id), withContent: true, ct), cancellationToken);
        return found is null ? throw SourcesGrain.NotFound() : ToView(found);
    }
}
