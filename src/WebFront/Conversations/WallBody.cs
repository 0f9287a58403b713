using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A store's desks and agents at this moment.</summary>
public sealed record WallBody
{
    /// <summary>The desks at which somebody waits.</summary>
    public required ImmutableArray<DeskLoad> Desks { get; init; }

    /// <summary>The agents.</summary>
    public required ImmutableArray<WallAgentBody> Agents { get; init; }

    /// <summary>What happened today.</summary>
    public required DayFigures Today { get; init; }

    /// <summary>The body of a view.</summary>
    public static WallBody Of(WallView view) => new()
    {
        Desks = view.Desks,
        Today = view.Today,
        Agents = [.. view.Agents.Select(a => new WallAgentBody
        {
            AgentId = a.Agent.AgentId,
            Profile = a.Agent.Profile,
            Presence = a.Agent.Presence,
            SeenAt = a.Agent.SeenAt,
            Conversations = a.Agent.Conversations,
            Lines = a.Lines,
        })],
    };
}
