namespace SupportPlatform.Stores;

/// <summary>A period of a weekday in which people answer, in the store's time zone.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.opening-period")]
public sealed record OpeningPeriod
{
    /// <summary>The day.</summary>
    [Id(0)] public required DayOfWeek Day { get; init; }

    /// <summary>When it begins.</summary>
    [Id(1)] public required TimeOnly From { get; init; }

    /// <summary>When it ends; where that is not later than <see cref="From"/>, on the next day.</summary>
    [Id(2)] public required TimeOnly To { get; init; }
}
