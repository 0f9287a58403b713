namespace SupportPlatform.Knowledge;

/// <summary>A store's questions with their answers. The key is the store's id; administrators only.</summary>
[Alias("support.knowledge.IFaqsGrain")]
public interface IFaqsGrain : IGrainWithStringKey
{
    /// <summary>Adds an entry.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceExists"/>: there is one with its id.</exception>
    [Alias("Add")]
    Task<FaqView> Add(FaqEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Adds an entry with an id, or replaces it.</summary>
    [Alias("Put")]
    Task<FaqView> Put(FaqEntry entry, CancellationToken cancellationToken = default);

    /// <summary>An entry.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceNotFound"/>.</exception>
    [Alias("Get")]
    Task<FaqView> Get(string id, CancellationToken cancellationToken = default);

    /// <summary>A page of entries, by id.</summary>
    /// <param name="after">The id after which the page begins; null for the first page.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Alias("List")]
    Task<FaqPage> List(string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Adds or replaces many; a line that is refused does not stop the others.</summary>
    [Alias("Import")]
    Task<ImportResult> Import(FaqImport import, CancellationToken cancellationToken = default);
}
