namespace SupportPlatform.Knowledge;

/// <summary>A store's articles. The key is the store's id; administrators only.</summary>
[Alias("support.knowledge.IArticlesGrain")]
public interface IArticlesGrain : IGrainWithStringKey
{
    /// <summary>Adds an article.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceExists"/>: there is one with its id.</exception>
    [Alias("Add")]
    Task<ArticleView> Add(ArticleEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Adds an article with an id, or replaces it.</summary>
    [Alias("Put")]
    Task<ArticleView> Put(ArticleEntry entry, CancellationToken cancellationToken = default);

    /// <summary>An article.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceNotFound"/>.</exception>
    [Alias("Get")]
    Task<ArticleView> Get(string id, CancellationToken cancellationToken = default);

    /// <summary>A page of articles, by id.</summary>
    /// <param name="after">The id after which the page begins; null for the first page.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Alias("List")]
    Task<ArticlePage> List(string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Adds or replaces many; a line that is refused does not stop the others.</summary>
    [Alias("Import")]
    Task<ImportResult> Import(ArticleImport import, CancellationToken cancellationToken = default);
}
