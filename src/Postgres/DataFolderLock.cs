using System.Globalization;

namespace SupportPlatform.Postgres;

/// <summary>
/// Holds a data folder for one process. The lock is the operating system's on an open file: it ends with the process,
/// however that ends, so the file that stays behind means nothing.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it.</exception>
    public static DataFolderLock Take(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "postgres.lock");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            var owner = ReadOwner(dataFolder) is { } pid ? $" by process {pid}" : "";
            throw new DataFolderInUseException(
                $"The data folder {dataFolder} is in use{owner}. Stop that silo, or give this one another folder (Data:Folder).", e);
        }

        // Beside it, since nobody can read a locked file.
        File.WriteAllText(OwnerFile(dataFolder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new DataFolderLock(file);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK is 11 on Linux and 35 on macOS; Windows says ERROR_SHARING_VIOLATION.
    private static bool IsSharingViolation(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string OwnerFile(string dataFolder) => Path.Combine(dataFolder, "postgres.owner");

    private static string? ReadOwner(string dataFolder)
    {
        try
        {
            return File.ReadAllText(OwnerFile(dataFolder));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
