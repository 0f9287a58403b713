namespace SupportPlatform.Extraction;

/// <summary>What one file may cost.</summary>
/// <param name="Pages">The most pages.</param>
/// <param name="Characters">The most text, in UTF-16 units.</param>
/// <param name="MemoryBytes">The most memory of one process, in bytes.</param>
/// <param name="Seconds">The most time, in seconds.</param>
internal sealed record ExtractionLimits(int Pages, int Characters, long MemoryBytes, int Seconds)
{
    /// <summary>The most bytes that parts of an archive may have after inflation: as much text as is allowed, in verbose markup, several times over.</summary>
    public long InflatedBytes => Math.Max(64L * 1024 * 1024, Characters * 256L);
}
