using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Desk;

/// <summary>Keeps what a store's people use in their work.</summary>
[StatelessWorker]
[GrainType("workbench")]
internal sealed class WorkbenchGrain(WorkbenchStore items) : Grain, IWorkbenchGrain
{
    private const string Everybody = "";

    private string Store => this.GetPrimaryKeyString();

    // The bearer of the administration key is no agent, and has no views of their own.
    private static string Self => CallerContext.Current?.AgentId ?? Everybody;

    private static string[] Changeable => StaffGate.IsOpen(AgentRole.Supervisor) ? [Everybody, Self] : [Self];

    /// <inheritdoc/>
    public async Task<CannedReplies> GetReplies(CancellationToken cancellationToken = default) =>
        new() { Items = [.. await Read<CannedReply>(WorkbenchKind.Reply, cancellationToken)] };

    /// <inheritdoc/>
    public async Task<Macros> GetMacros(CancellationToken cancellationToken = default) =>
        new() { Items = [.. await Read<Macro>(WorkbenchKind.Macro, cancellationToken)] };

    /// <inheritdoc/>
    public async Task<SavedViews> GetViews(CancellationToken cancellationToken = default) =>
        new() { Items = [.. await Read<SavedView>(WorkbenchKind.View, cancellationToken)] };

    /// <inheritdoc/>
    public Task<CannedReply> PutReply(CannedReply reply, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Supervisor);
        WorkbenchRules.Check(reply);
        return Write(WorkbenchKind.Reply, reply.Id, Everybody, reply.Shortcut, reply, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Macro> PutMacro(Macro macro, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Supervisor);
        WorkbenchRules.Check(macro);
        return Write(WorkbenchKind.Macro, macro.Id, Everybody, macro.Name, macro, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SavedView> PutView(SavedView view, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(view.Shared ? AgentRole.Supervisor : AgentRole.Agent);
        WorkbenchRules.Check(view);
        if (!view.Shared && Self == Everybody) throw new SupportException(ProblemCodes.InvalidRequest, "Only an agent has views of their own; this one is to be shared.");
        return Write(WorkbenchKind.View, view.Id, view.Shared ? Everybody : Self, view.Name, view, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> Delete(WorkbenchKind kind, string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(kind == WorkbenchKind.View ? AgentRole.Agent : AgentRole.Supervisor);
        WorkbenchRules.CheckId(id);
        return items.Delete(Store, kind, id, Changeable, cancellationToken);
    }

    private Task<IReadOnlyList<T>> Read<T>(WorkbenchKind kind, CancellationToken cancellationToken)
    {
        StaffGate.Require(AgentRole.Agent);
        return items.Read<T>(Store, kind, Self, cancellationToken);
    }

    private async Task<T> Write<T>(WorkbenchKind kind, string id, string owner, string name, T item, CancellationToken cancellationToken) =>
        await items.Write(Store, kind, id, owner, Changeable, name, item, cancellationToken)
            ? item
            : throw new SupportException(ProblemCodes.TooManyItems, $"This id is somebody else's, or there are {WorkbenchRules.Most:N0} already.");
}
