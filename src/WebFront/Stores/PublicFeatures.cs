namespace SupportPlatform.Stores;

/// <summary>What a server can do for its pages, as it is configured.</summary>
public sealed record PublicFeatures
{
    /// <summary>Whether spoken messages can be turned into text.</summary>
    public bool Transcription { get; init; }
}
