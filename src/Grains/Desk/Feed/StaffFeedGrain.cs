using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Desk;

/// <summary>
/// Looks for what changed in a store while somebody follows: a few times a second, and at once when this silo changed a queue
/// or a slot. So nothing depends on a message that was delivered, and it does not matter which silo wrote.
/// </summary>
[GrainType("staff-feed")]
internal sealed partial class StaffFeedGrain(
    StaffFeedReader reader, DeskSignal desks, IOptions<DeskOptions> options, TimeProvider time, ILogger<StaffFeedGrain> logger)
    : Grain, IStaffFeedGrain
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan FurthestBack = TimeSpan.FromMinutes(10);
    private readonly ILogger<StaffFeedGrain> _logger = logger;
    private readonly FollowerSignal _news = new();
    private StaffFeed? _feed;
    private Task _looking = Task.CompletedTask;
    private int _followers;

    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<StaffView> Get(string? agentId, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        var at = time.GetUtcNow();
        var agents = await reader.Agents(Store, cancellationToken);
        var me = agents.FirstOrDefault(a => a.View.AgentId == agentId)?.View;
        var counts = await reader.Count(Store, cancellationToken);
        return new StaffView { Counts = counts.Of(agentId, me?.Profile.Desks ?? []), Agents = [.. agents.Select(a => a.View)], Me = me, At = at };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StaffChange> Follow(
        string? agentId, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        if (agentId is not null) StaffGate.RequireSelf(agentId);
        _followers++;
        try
        {
            if (_looking.IsCompleted) _looking = Look();
            var place = new StaffFeedPlace(agentId, _feed?.Version ?? 0);
            var from = since < time.GetUtcNow() - FurthestBack ? time.GetUtcNow() - FurthestBack : since;
            await foreach (var lines in reader.Changed(Store, from, cancellationToken)) yield return new StaffChange { Lines = lines, At = from };
            while (true)
            {
                var news = _news.Next;
                while (_feed?.Take(place) is { } change) yield return change;
                await news.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            _followers--;
        }
    }

    private async Task Look()
    {
        var feed = new StaffFeed(reader, Store, time);
        var failures = 0;
        while (_followers > 0)
        {
            var signal = desks.Next(Store);
            try
            {
                await feed.Look(CancellationToken.None);
                (_feed, failures) = (feed, 0);
                _news.Pulse();
            }
            catch (Exception e)
            {
                failures++;
                LogLookFailed(e);
            }

            // Who waits for the next look gets all that came in one moment at once.
            await Task.WhenAny(signal, Task.Delay(options.Value.FeedInterval * (1 + Math.Min(failures, 20)), time));
            await Task.Delay(Gathering, time);
        }

        _feed = null;
    }

    [LoggerMessage(1, LogLevel.Warning, "Looking for what staff are to see failed; trying again")]
    private partial void LogLookFailed(Exception exception);
}
