namespace SupportPlatform.Knowledge;

/// <summary>What one file may cost; section <c>Extraction</c> of the configuration.</summary>
internal sealed class ExtractionOptions
{
    /// <summary>The largest file, in bytes. Default 25 MB.</summary>
    public long MaxFileBytes { get; set; } = 25_000_000;

    /// <summary>The most pages. Default 2,000.</summary>
    public int MaxPages { get; set; } = 2_000;

    /// <summary>The most text, in UTF-16 units. Default 1,000,000.</summary>
    public int MaxCharacters { get; set; } = 1_000_000;

    /// <summary>The most time that a file may take, without the time it waits for its turn. Default 60 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The most memory that a process which reads a file may use, in bytes. Default 512 MB.</summary>
    public long MaxMemoryBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>How many files are read at a time; the others wait. Default 2.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>The program that reads a file; empty: the worker that lies beside the silo's own files.</summary>
    public string Worker { get; set; } = "";

    /// <summary>Whether each limit is one.</summary>
    public bool AreValid => MaxFileBytes > 0 && MaxPages > 0 && MaxCharacters is > 0 and <= 100_000_000
        && TimeLimit >= TimeSpan.FromSeconds(1) && MaxMemoryBytes >= 64L * 1024 * 1024 && Workers > 0;
}
