using SupportPlatform.Agents;
using SupportPlatform.Conversations;

namespace SupportPlatform.Fakes;

/// <summary>Finds one message, whatever is looked for, and remembers what that was.</summary>
internal sealed class FakeSearch : IConversationSearchGrain, IServiceLevelsGrain, IConversationExportGrain
{
    public ConversationQuery? Asked { get; private set; }

    public Task<ConversationHits> Search(ConversationQuery query, CancellationToken cancellationToken = default)
    {
        Asked = query;
        var at = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
        var line = new ConversationLine
        {
            ConversationId = "demo_1",
            Status = ConversationStatus.Open,
            ContactId = "c-1",
            Channel = "web",
            LastSeq = 2,
            StartedAt = at,
            UpdatedAt = at,
        };
        return Task.FromResult(new ConversationHits
        {
            Hits = [new ConversationHit { Line = line, Seq = 2, At = at, Role = MessageRole.Customer, Excerpt = "A teapot.", Marks = [[2, 8]] }],
            Cursor = "next",
        });
    }

    public Task<SlaView> GetClocks(string conversationId, CancellationToken cancellationToken = default) =>
        Task.FromResult(new SlaView { Breaches = 1, Clocks = [new SlaClockView { Clock = SlaClocks.FirstResponse, StartedAt = DateTimeOffset.UnixEpoch }] });

    public Task<WallView> GetWall(CancellationToken cancellationToken = default) => Task.FromResult(new WallView
    {
        Desks = [new DeskLoad { Desk = "main", Waiting = 2, LongestSeconds = 60, Breached = 1, AgentsOnline = 0, FreeSlots = 0 }],
        Agents =
        [
            new AgentLoad
            {
                Agent = new AgentView { AgentId = "ada", Profile = new AgentProfile { Name = "Ada" }, Presence = AgentPresence.Online, Conversations = 0 },
                Lines = [],
            },
        ],
        Today = new DayFigures { Escalated = 3, Resolved = 1, Breaches = 1 },
    });

    // Two pages of one event.
    public Task<ExportPage> Read(DateTimeOffset? from, DateTimeOffset? to, string? cursor, CancellationToken cancellationToken = default) => Task.FromResult(new ExportPage
    {
        Events =
        [
            new ExportedEvent
            {
                ConversationId = "demo_1",
                Event = new LoggedEvent { Seq = cursor is null ? 1 : 2, Type = EventTypes.Resolved, At = DateTimeOffset.UnixEpoch, Data = "{}" },
            },
        ],
        Cursor = cursor is null ? "next" : null,
    });
}
