namespace SupportPlatform.Desk;

/// <summary>How a desk works.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.desk-settings")]
public sealed record DeskSettings
{
    /// <summary>How it finds an agent.</summary>
    [Id(0)] public DeskAssignment Assignment { get; init; } = DeskAssignment.Manual;

    /// <summary>How long an agent has to answer an offer, in seconds, 5 to 600.</summary>
    [Id(1)] public int OfferSeconds { get; init; } = 30;
}
