namespace SupportPlatform.Knowledge;

/// <summary>One store's place in the <see cref="KnowledgeLibrary"/>.</summary>
internal sealed class StoreShelf
{
    private volatile ShelfContent _content = new(LoadedSources.None, KnowledgeSnapshot.Empty, KnowledgeSnapshot.Empty);

    /// <summary>One build at a time.</summary>
    public SemaphoreSlim Building { get; } = new(1);

    /// <summary>What is there now.</summary>
    public ShelfContent Content
    {
        get => _content;
        set => _content = value;
    }

    /// <summary>When somebody asked last, as a time stamp of the clock.</summary>
    public long LastUsed { get; set; }

    /// <summary>Whether some passages have no vector yet, or may have none.</summary>
    public bool WantsVectors { get; set; }

    /// <summary>The last asking for vectors.</summary>
    public Task AddingVectors { get; set; } = Task.CompletedTask;

    /// <summary>When vectors were asked for last, as a time stamp of the clock.</summary>
    public long VectorsAskedAt { get; set; }

    /// <summary>When the last build ended, as a time stamp of the clock.</summary>
    public long BuiltAt { get; set; }

    /// <summary>How long the last build took.</summary>
    public TimeSpan BuildTime { get; set; }

    /// <summary>How many builds have gone on from the one before since the index was last built from nothing.</summary>
    public int BuiltOn { get; set; }

    /// <summary>Whether a version has been loaded.</summary>
    public bool IsLoaded => _content.Sources.Version >= 0;
}
