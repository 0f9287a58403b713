namespace SupportPlatform.Stores;

/// <summary>Whether a store's people are there.</summary>
public sealed record Availability
{
    /// <summary>Whether they are; null for a store without opening hours.</summary>
    public bool? Open { get; init; }

    /// <summary>When they will be there again; null while they are, or when nobody knows.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>Until when they are there; null while they are not, or when they always are.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>The availability at a time.</summary>
    public static Availability Of(StoreSettings settings, DateTimeOffset at)
    {
        if (OpeningHours.Of(settings) is not { } hours) return new Availability();
        var change = hours.NextChange(at)?.ToUniversalTime();
        return hours.IsOpen(at) ? new Availability { Open = true, ClosesAt = change } : new Availability { Open = false, OpensAt = change };
    }
}
