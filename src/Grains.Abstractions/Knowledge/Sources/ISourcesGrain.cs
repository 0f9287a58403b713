namespace SupportPlatform.Knowledge;

/// <summary>The administration of a store's sources. The key is the store's id; administrators only.</summary>
[Alias("support.knowledge.ISourcesGrain")]
public interface ISourcesGrain : IGrainWithStringKey
{
    /// <summary>Takes a piece of a file. What is not added within a day is thrown away.</summary>
    [Alias("Upload")]
    Task Upload(UploadChunk chunk, CancellationToken cancellationToken = default);

    /// <summary>Makes an uploaded file a document, to be read in the background.</summary>
    [Alias("AddDocument")]
    Task<SourceView> AddDocument(AddDocument document, CancellationToken cancellationToken = default);

    /// <summary>Makes an address a source, to be fetched in the background.</summary>
    [Alias("AddPage")]
    Task<SourceView> AddPage(AddPage page, CancellationToken cancellationToken = default);

    /// <summary>A page of the sources of a kind.</summary>
    [Alias("List")]
    Task<SourcePage> List(ListSources query, CancellationToken cancellationToken = default);

    /// <summary>A source.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceNotFound"/>.</exception>
    [Alias("Get")]
    Task<SourceView> Get(string kind, string id, CancellationToken cancellationToken = default);

    /// <summary>Removes a source, its text and, unless another source has the same, its original.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceNotFound"/>.</exception>
    [Alias("Delete")]
    Task Delete(string kind, string id, CancellationToken cancellationToken = default);

    /// <summary>A page of the passages of a source's served revision.</summary>
    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="id">The source's id.</param>
    /// <param name="from">The place at which the page begins, counted from 0.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceNotFound"/>.</exception>
    [Alias("GetPassages")]
    Task<PassagePage> GetPassages(string kind, string id, int from, int limit, CancellationToken cancellationToken = default);
}
