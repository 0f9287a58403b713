namespace SupportPlatform.Conversations;

/// <summary>How appends reach the database; section <c>Log</c> of the configuration.</summary>
internal sealed class LogWriterOptions
{
    /// <summary>The most appends in one commit. Default 256.</summary>
    public int MaxBatch { get; set; } = 256;

    /// <summary>The most text in one commit, in UTF-16 units, unless a single append has more. Default 2,000,000.</summary>
    public int MaxBatchText { get; set; } = 2_000_000;

    /// <summary>How many commits run at the same time; each holds one connection. Default 2.</summary>
    public int Writers { get; set; } = 2;

    /// <summary>How many appends wait at most; further ones wait for room. Default 4,096.</summary>
    public int QueueLength { get; set; } = 4096;

    /// <summary>How long an append is tried while the database cannot be reached. Default 15 s.</summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one commit may take before its outcome counts as unknown, in whole seconds. Default 10 s.</summary>
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
