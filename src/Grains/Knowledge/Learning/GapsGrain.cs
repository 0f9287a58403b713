using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>Shows what a store's knowledge does not answer, and drafts entries for it.</summary>
[StatelessWorker]
[GrainType("gaps")]
internal sealed class GapsGrain(ClusterStore clusters, EntryService entries, StorageRetry retry) : Grain, IGapsGrain
{
    private const int MostExamples = 10;
    private const int MostVariants = 20;

    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<GapPage> List(ListClusters query, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.CheckLimit(query.Limit);
        var state = query.Status == GapStatuses.Resolved ? ClusterStates.Published : query.Status;
        var (items, next) = await retry.Run(ct => clusters.List(Store, ClusterKinds.Gap, state, query, ct), cancellationToken);
        return new GapPage { Items = [.. items.Select(View)], Next = next };
    }

    /// <inheritdoc/>
    public async Task<FaqView> Draft(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var gap = await Find(id, cancellationToken);
        if (await entries.Find(Store, SourceKinds.Faq, id, cancellationToken) is { } drafted) return FaqRows.ToView(drafted);
        var questions = gap.Questions.ToList();
        var draft = SourceRules.Check(new FaqEntry
        {
            Id = id,
            Question = questions[0],
            Variants = [.. questions.Skip(1).TakeLast(MostVariants)],
            Answer = await retry.Run(ct => clusters.FindAgentsAnswer(Store, ClusterKinds.Gap, id, ct), cancellationToken) ?? "",
            Locale = gap.Turns[0].Language,
            State = SourceStates.Draft,
        });

        // Whoever was quicker has drafted it, or has edited it already.
        await entries.Write(Store, SourceKinds.Faq, [FaqRows.ToEntry(draft)], replace: false, cancellationToken);
        return FaqRows.ToView(await entries.Get(Store, SourceKinds.Faq, id, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<bool> Dismiss(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        await Find(id, cancellationToken);
        return await retry.Run(ct => clusters.Decide(Store, ClusterKinds.Gap, id, ClusterStates.Dismissed, null, ct), cancellationToken);
    }

    private static GapView View(QuestionCluster gap) => new()
    {
        Id = gap.Id,
        Question = gap.Turns[0].Question,
        Status = gap.State == ClusterStates.Published ? GapStatuses.Resolved : gap.State,
        Count = gap.Count,
        Examples = [.. gap.Questions.Take(MostExamples)],
        Conversations = gap.Conversations,
        FaqId = gap.Faq,
        FirstAt = gap.FirstAt,
        LastAt = gap.LastAt,
    };

    private async Task<QuestionCluster> Find(string id, CancellationToken cancellationToken) =>
        await retry.Run(ct => clusters.Find(Store, ClusterKinds.Gap, id, ct), cancellationToken)
        ?? throw new SupportException(ProblemCodes.GapNotFound, "There is no such gap.");
}
