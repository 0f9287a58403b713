using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>Administers a store's articles.</summary>
[StatelessWorker]
[GrainType("articles")]
internal sealed class ArticlesGrain(EntryService entries, EntryImporter importer) : Grain, IArticlesGrain
{
    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<ArticleView> Add(ArticleEntry entry, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return ToView(await entries.Add(Store, SourceKinds.Article, ToEntry(SourceRules.Check(entry)), "an article", cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ArticleView> Put(ArticleEntry entry, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return ToView(await entries.Put(Store, SourceKinds.Article, ToEntry(SourceRules.Check(entry)), cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ArticleView> Get(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return ToView(await entries.Get(Store, SourceKinds.Article, id, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ArticlePage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var (items, next) = await entries.List(Store, SourceKinds.Article, after, limit, cancellationToken);
        return new ArticlePage { Items = [.. items.Select(ToView)], Next = next };
    }

    /// <inheritdoc/>
    public Task<ImportResult> Import(ArticleImport import, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
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
}
