namespace SupportPlatform.Conversations;

/// <summary>How due rows are looked for; section <c>Due</c> of the configuration.</summary>
internal sealed class DueSweeperOptions
{
    /// <summary>The pause between two looks. Default 1 s.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After which time a row that was not dealt with comes again. Default 30 s.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many rows are taken at once. Default 100.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How many grains are woken at the same time. Default 16.</summary>
    public int Concurrency { get; set; } = 16;
}
