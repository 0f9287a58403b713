using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Desk;

/// <summary>Lists desks.</summary>
[StatelessWorker]
[GrainType("desks")]
internal sealed class DesksGrain(DeskBook desks) : Grain, IDesksGrain
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<DeskView>> List(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var profile = await GrainFactory.GetGrain<IStoreGrain>(this.GetPrimaryKeyString()).GetProfile(cancellationToken);
        return [.. await desks.List(this.GetPrimaryKeyString(), DeskNames.In(profile?.Settings), cancellationToken)];
    }
}
