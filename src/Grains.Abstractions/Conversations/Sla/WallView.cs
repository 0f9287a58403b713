using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A store's desks and agents at this moment, for a screen on the wall.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.wall-view")]
public sealed record WallView
{
    /// <summary>The desks at which somebody waits, by id.</summary>
    [Id(0)] public required ImmutableArray<DeskLoad> Desks { get; init; }

    /// <summary>The agents, by id, at most 500.</summary>
    [Id(1)] public required ImmutableArray<AgentLoad> Agents { get; init; }

    /// <summary>What happened today.</summary>
    [Id(2)] public required DayFigures Today { get; init; }
}
