namespace SupportPlatform.Conversations;

/// <summary>A clock that runs from a cause to its answer.</summary>
internal sealed record SlaClock
{
    /// <summary>One of <see cref="SlaClocks"/>.</summary>
    public required string Name { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Since when it runs; null while it stands.</summary>
    public DateTimeOffset? RunsSince { get; init; }

    /// <summary>What had run before that.</summary>
    public TimeSpan Spent { get; init; }

    /// <summary>Whether that was counted in opening hours.</summary>
    public bool InHours { get; init; }

    /// <summary>The name of the policy that gives it its time; null for none.</summary>
    public string? Policy { get; init; }

    /// <summary>When its time is over; null where that is never, and while it stands.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was found to be late.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>Whether it may still become late.</summary>
    public bool IsOpen => EndedAt is null && BreachedAt is null;
}
