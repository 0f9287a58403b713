namespace SupportPlatform.Hosting;

/// <summary>Files of secrets that their owner alone can read.</summary>
internal static class OwnerFile
{
    /// <summary>
    /// Writes a file that is not there yet. It is written aside and moved into place, so that silos that start at once on one
    /// folder all read one whole file.
    /// </summary>
    public static void WriteOnce(string path, string text)
    {
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options)) writer.Write(text);
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
