namespace SupportPlatform.Knowledge;

/// <summary>How far a source is on its way into answers.</summary>
public static class SourceStatuses
{
    /// <summary>It waits to be read.</summary>
    public const string Queued = "queued";

    /// <summary>Its text is being read.</summary>
    public const string Extracting = "extracting";

    /// <summary>Its text is being cut into passages.</summary>
    public const string Indexing = "indexing";

    /// <summary>Answers use it.</summary>
    public const string Ready = "ready";

    /// <summary>It could not be read; an older revision, if there is one, is still used.</summary>
    public const string Failed = "failed";

    /// <summary>Answers use it, though it should have been read again by now.</summary>
    public const string Stale = "stale";
}
