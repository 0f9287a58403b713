using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>Shows what a store could publish, and publishes what somebody chose.</summary>
[StatelessWorker]
[GrainType("proposals")]
internal sealed class ProposalsGrain(ClusterStore clusters, EntryService entries, KnowledgeLibrary library, StorageRetry retry) : Grain, IProposalsGrain
{
    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<ProposalPage> List(ListClusters query, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.CheckLimit(query.Limit);
        var knowledge = await library.Fresh(Store, cancellationToken);
        var (items, next) = await retry.Run(ct => clusters.List(Store, ClusterKinds.Proposal, query.Status, query, ct), cancellationToken);
        return new ProposalPage { Items = [.. items.Select(c => View(c, knowledge)).OfType<ProposalView>()], Next = next };
    }

    /// <inheritdoc/>
    public async Task<FaqView> Publish(string id, PublishProposal command, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        await Find(id, cancellationToken);

        // Two that add to the same entry must not lose what the other added.
        return await clusters.Alone(Store, () => PublishAlone(id, command, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> Dismiss(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        await Find(id, cancellationToken);
        return await retry.Run(ct => clusters.Decide(Store, ClusterKinds.Proposal, id, ClusterStates.Dismissed, null, ct), cancellationToken);
    }

    private static ProposalView? View(QuestionCluster cluster, KnowledgeSnapshot knowledge)
    {
        if (ProposalRules.Of(cluster) is not { } proposal) return null;
        var target = cluster.State == ClusterStates.Published
            ? new ProposalTarget(cluster.Faq is null || cluster.Faq == cluster.Id ? ProposalKinds.New : ProposalKinds.Change, cluster.Faq)
            : ProposalRules.Target(proposal, knowledge);
        return target is null ? null : new ProposalView
        {
            Id = cluster.Id,
            Kind = target.Kind,
            FaqId = target.FaqId,
            Question = proposal.Question,
            Variants = proposal.Variants,
            Answer = proposal.Answer,
            Confidence = proposal.Confidence,
            Count = cluster.Count,
            Status = cluster.State,
            Conversations = cluster.Conversations,
            LastAt = cluster.LastAt,
        };
    }

    // The entry comes first: a crash before the decision is kept leaves a proposal that can be published again, with the same
    // outcome.
    private async Task<FaqView> PublishAlone(string id, PublishProposal command, CancellationToken cancellationToken)
    {
        var cluster = await Find(id, cancellationToken);
        if (cluster is { State: ClusterStates.Published, Faq: { } published } &&
            await entries.Find(Store, SourceKinds.Faq, published, cancellationToken) is { } made)
        {
            return FaqRows.ToView(made);
        }

        var proposal = ProposalRules.Of(cluster) ?? throw NotFound();
        var knowledge = await library.Fresh(Store, cancellationToken);
        var target = ProposalRules.Target(proposal, knowledge) ?? throw NotFound();
        var entry = target.FaqId is null ? null : FaqRows.ToView(await entries.Get(Store, SourceKinds.Faq, target.FaqId, cancellationToken));
        var faq = SourceRules.Check(ProposalRules.Publish(id, proposal, target, entry, command));
        var written = await entries.Put(Store, SourceKinds.Faq, FaqRows.ToEntry(faq), cancellationToken);
        await retry.Run(ct => clusters.Decide(Store, ClusterKinds.Proposal, id, ClusterStates.Published, faq.Id, ct), cancellationToken);
        return FaqRows.ToView(written);
    }

    private async Task<QuestionCluster> Find(string id, CancellationToken cancellationToken) =>
        await retry.Run(ct => clusters.Find(Store, ClusterKinds.Proposal, id, ct), cancellationToken) ?? throw NotFound();

    private static SupportException NotFound() => new(ProblemCodes.ProposalNotFound, "There is no such proposal.");
}
