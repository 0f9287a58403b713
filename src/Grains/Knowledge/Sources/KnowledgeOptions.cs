namespace SupportPlatform.Knowledge;

/// <summary>How knowledge is kept and read; section <c>Knowledge</c> of the configuration.</summary>
internal sealed class KnowledgeOptions
{
    /// <summary>
    /// Where originals are kept: <c>documents</c> in the data folder by default. Silos that serve together share it.
    /// </summary>
    public string DocumentsFolder { get; set; } = "";

    /// <summary>The pause between two looks at what other silos changed, and at the queue. Default 1 s.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a store's knowledge stays in memory when nobody asks. Default 30 min.</summary>
    public TimeSpan UnloadAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a search waits for a change that was just made, before it uses what there is. Default 10 s.</summary>
    public TimeSpan FreshWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After which time a source whose reader died is read by another. Default 3 min; longer than an extraction takes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How often a source is tried whose readers died, before it is given up. Default 3.</summary>
    public int MostAttempts { get; set; } = 3;

    /// <summary>How many sources this silo reads at the same time. Default 2.</summary>
    public int Concurrency { get; set; } = 2;

    /// <summary>How many sources a store may have. Default 100,000.</summary>
    public int MostSources { get; set; } = 100_000;

    /// <summary>After which time a page is looked at again. Default 24 h.</summary>
    public TimeSpan RecrawlAfter { get; set; } = TimeSpan.FromHours(24);
}
