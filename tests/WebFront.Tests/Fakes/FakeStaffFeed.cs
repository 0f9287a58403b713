using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>A store's feed whose changes, and whose end, the test decides.</summary>
internal sealed class FakeStaffFeed : IStaffFeedGrain
{
    private Channel<StaffChange> _changes = Channel.CreateUnbounded<StaffChange>();

    /// <summary>With what each follow began.</summary>
    public Channel<(Caller? Caller, string? AgentId, DateTimeOffset Since)> Follows { get; } =
        Channel.CreateUnbounded<(Caller?, string?, DateTimeOffset)>();

    public DateTimeOffset At { get; set; } = DateTimeOffset.UnixEpoch;

    public void Say(StaffChange change) => _changes.Writer.TryWrite(change);

    /// <summary>Ends the follow as a deactivation would.</summary>
    public void Abort()
    {
        var old = _changes;
        _changes = Channel.CreateUnbounded<StaffChange>();
        old.Writer.Complete(new EnumerationAbortedException("Deactivated."));
    }

    public Task<StaffView> Get(string? agentId, CancellationToken cancellationToken = default) => Task.FromResult(new StaffView
    {
        Counts = new ConversationCounts { Mine = 1 },
        Agents = [Agent("ada")],
        Me = agentId is null ? null : Agent(agentId),
        At = At,
    });

    public async IAsyncEnumerable<StaffChange> Follow(
        string? agentId, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Follows.Writer.TryWrite((CallerContext.Current, agentId, since));
        await foreach (var change in _changes.Reader.ReadAllAsync(cancellationToken)) yield return change;
    }

    private static AgentView Agent(string id) =>
        new() { AgentId = id, Profile = new AgentProfile { Name = id.ToUpperInvariant() }, Presence = AgentPresence.Online, Conversations = 0 };
}
