namespace SupportPlatform.Knowledge;

/// <summary>
/// Questions and answers that a store could publish, learned from its conversations. Nothing of them is used in answers
/// before somebody publishes it. The key is the store's id; administrators only.
/// </summary>
[Alias("support.knowledge.IProposalsGrain")]
public interface IProposalsGrain : IGrainWithStringKey
{
    /// <summary>A page of proposals, the most frequent first.</summary>
    [Alias("List")]
    Task<ProposalPage> List(ListClusters query, CancellationToken cancellationToken = default);

    /// <summary>Publishes a proposal. Repeating it returns the entry as it then is.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.ProposalNotFound"/>.</exception>
    [Alias("Publish")]
    Task<FaqView> Publish(string id, PublishProposal command, CancellationToken cancellationToken = default);

    /// <summary>Decides against a proposal; false when that was decided already.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.ProposalNotFound"/>.</exception>
    [Alias("Dismiss")]
    Task<bool> Dismiss(string id, CancellationToken cancellationToken = default);
}
