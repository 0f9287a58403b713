namespace SupportPlatform.Knowledge;

/// <summary>Removes originals that no source has any more, and uploads that were given up.</summary>
internal sealed class OriginalCleaner(SourceStore sources, DocumentFiles files)
{
    /// <summary>Removes an original, unless a source has it.</summary>
    public Task Release(string hash, CancellationToken cancellationToken) =>
        sources.WhenUnused(hash, () => files.Remove(hash), cancellationToken);

    /// <summary>Removes what a crash between a change and its clean-up left behind.</summary>
    /// <param name="before">Only what was put there before.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Clean(DateTimeOffset before, CancellationToken cancellationToken)
    {
        files.DiscardUploads(before);
        foreach (var hash in files.Originals(before).ToList()) await Release(hash, cancellationToken);
    }
}
