using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>The clocks of a conversation since a person was wanted, or came, last.</summary>
internal sealed record SlaState
{
    /// <summary>When that was.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended: resolved, or given back to the assistant.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The clocks, one a name.</summary>
    public ImmutableArray<SlaClock> Clocks { get; init; } = [];

    /// <summary>How many were late.</summary>
    public int Breaches { get; init; }

    /// <summary>What is next to become late; null for nothing.</summary>
    public SlaClock? Next => Clocks.Where(c => c is { IsOpen: true, DueAt: not null }).MinBy(c => c.DueAt);

    /// <summary>What is to be done first, late or not; null for nothing.</summary>
    public SlaClock? Running => Clocks.Where(c => c is { EndedAt: null, DueAt: not null }).MinBy(c => c.DueAt);

    /// <summary>What staff may read of it.</summary>
    public SlaView ToView() => new()
    {
        StartedAt = StartedAt,
        EndedAt = EndedAt,
        Breaches = Breaches,
        Clocks =
        [
            .. Clocks.Select(c => new SlaClockView
            {
                Clock = c.Name,
                StartedAt = c.StartedAt,
                Policy = c.Policy,
                DueAt = c.DueAt,
                EndedAt = c.EndedAt,
                BreachedAt = c.BreachedAt,
                IsPaused = c is { EndedAt: null, RunsSince: null },
            }),
        ],
    };
}
