namespace SupportPlatform.Knowledge;

/// <summary>What a store's knowledge does not answer. The key is the store's id; administrators only.</summary>
[Alias("support.knowledge.IGapsGrain")]
public interface IGapsGrain : IGrainWithStringKey
{
    /// <summary>A page of gaps, the most asked first.</summary>
    [Alias("List")]
    Task<GapPage> List(ListClusters query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Drafts an entry with the gap's questions and, where an agent answered one of them, that answer. Repeating it returns the
    /// entry as it then is.
    /// </summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.GapNotFound"/>.</exception>
    [Alias("Draft")]
    Task<FaqView> Draft(string id, CancellationToken cancellationToken = default);

    /// <summary>Says that the gap wants no answer; false when that was said already.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.GapNotFound"/>.</exception>
    [Alias("Dismiss")]
    Task<bool> Dismiss(string id, CancellationToken cancellationToken = default);
}
