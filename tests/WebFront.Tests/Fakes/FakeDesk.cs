using System.Collections.Immutable;
using SupportPlatform.Desk;

namespace SupportPlatform.Fakes;

/// <summary>A desk at which nobody waits, and that remembers how it is to work.</summary>
internal sealed class FakeDesk : IDeskGrain, IDesksGrain
{
    public DeskSettings Settings { get; private set; } = new();

    public Task<DeskSettings> Configure(DeskSettings settings, CancellationToken cancellationToken = default) => Task.FromResult(Settings = settings);

    public Task<DeskSettings> GetSettings(CancellationToken cancellationToken = default) => Task.FromResult(Settings);

    public Task<QueueView> GetQueue(CancellationToken cancellationToken = default) =>
        Task.FromResult(new QueueView { Waiting = [], AgentsOnline = 2, FreeSlots = 5 });

    public Task WakeUp(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<bool> SetMembers(ImmutableArray<string> agentIds, CancellationToken cancellationToken = default) => Task.FromResult(true);

    public Task<bool> Delete(CancellationToken cancellationToken = default) => Task.FromResult(true);

    public Task<ImmutableArray<DeskView>> List(CancellationToken cancellationToken = default) =>
        Task.FromResult<ImmutableArray<DeskView>>([new DeskView { Desk = "main", Settings = Settings, Members = [], Waiting = 0, IsNamed = true }]);
}
