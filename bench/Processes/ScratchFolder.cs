namespace SupportPlatform.Bench.Processes;

/// <summary>A folder for one run.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>Where it is. Other accounts may enter it, since PostgreSQL runs under one of them where this is root's.</summary>
    public string Path { get; } =
        Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"support-bench-{Guid.NewGuid():N}")).FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Could not delete {Path}: {e.Message}");
        }
    }
}
