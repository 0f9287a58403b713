using Microsoft.Extensions.Options;
using SupportPlatform.Desk;
using SupportPlatform.Security;

namespace SupportPlatform.Agents;

/// <summary>Lists agents, as many lists at a time as are wanted.</summary>
[StatelessWorker]
[GrainType("agents")]
internal sealed class AgentsGrain(AgentStore agents, IOptions<DeskOptions> options, TimeProvider time) : Grain, IAgentsGrain
{
    /// <inheritdoc/>
    public async Task<AgentPage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        if (limit is < 1 or > Limits.PageSize)
            throw new SupportException(ProblemCodes.InvalidRequest, $"The limit is 1 to {Limits.PageSize}.");
        var found = await agents.List(this.GetPrimaryKeyString(), after, limit, cancellationToken);
        var now = time.GetUtcNow();
        return new AgentPage
        {
            Items = [.. found.Select(a => AgentRules.View(a, now, options.Value.PresenceGrace, []))],
            Next = found.Count == limit ? found[^1].Id : null,
        };
    }
}
