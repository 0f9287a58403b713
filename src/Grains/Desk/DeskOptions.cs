namespace SupportPlatform.Desk;

/// <summary>How desks are looked after; section <c>Desk</c> of the configuration.</summary>
internal sealed class DeskOptions
{
    /// <summary>The pause between two looks at all queues; changes are dealt with at once. Default 1 s.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an agent of whom nothing is heard counts as there. Default 45 s.</summary>
    public TimeSpan PresenceGrace { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The pause between two looks at what staff who are connected are to see. Default 250 ms.</summary>
    public TimeSpan FeedInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often at most a customer is told a new place in the queue. Default 3 s.</summary>
    public TimeSpan PlaceInterval { get; set; } = TimeSpan.FromSeconds(3);
}
