using System.Collections.Immutable;
using System.Security.Cryptography;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Demo;

/// <summary>
/// Makes a store's documents those of a folder, through the same grain as uploads. A file whose bytes are there already
/// is left alone, so that a second start reads nothing again. What administrators uploaded stays.
/// </summary>
internal sealed partial class FolderSync(IGrainFactory grains, TimeProvider time, ILogger<FolderSync> logger)
{
    private const string Origin = "folder";
    private const int MostFiles = 10_000;
    private const int DeepestFolder = 8;
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Adds, replaces and deletes, and waits until what was added is read, or for a minute. Files over 25 MB, hidden files
    /// and links out of the folder are left out, with a line in the log.
    /// </summary>
    /// <returns>How many documents of the folder the store has.</returns>
    public async Task<int> Sync(string store, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<ISourcesGrain>(store);
        var before = (await All(grain, cancellationToken)).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var added = false;
        foreach (var file in Files(folder))
        {
            if (file.Length is 0 or > Limits.FileBytes)
            {
                LogLeftOut(file.Name, file.Length);
                continue;
            }

            var name = Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
            names.Add(name);
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            if (before.TryGetValue(name, out var known) && known.Hash == Convert.ToHexStringLower(SHA256.HashData(bytes))) continue;
            await Upload(grain, name, bytes, cancellationToken);
            added = true;
        }

        foreach (var gone in before.Values.Where(s => s.Origin == Origin && !names.Contains(s.Name)))
            await grain.Delete(gone.Kind, gone.Id, cancellationToken);
        if (added) await WaitUntilRead(grain, cancellationToken);
        return names.Count;
    }

    /// <summary>Deletes the documents of whatever folder a store had.</summary>
    public async Task Clear(string store, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<ISourcesGrain>(store);
        foreach (var document in (await All(grain, cancellationToken)).Where(s => s.Origin == Origin))
            await grain.Delete(document.Kind, document.Id, cancellationToken);
    }

    private static async Task Upload(ISourcesGrain grain, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        var upload = Guid.NewGuid();
        for (var offset = 0; offset < bytes.Length; offset += Limits.ChunkBytes)
        {
            var data = ImmutableArray.Create(bytes, offset, Math.Min(Limits.ChunkBytes, bytes.Length - offset));
            await grain.Upload(new UploadChunk { Upload = upload, Offset = offset, Data = data }, cancellationToken);
        }

        var document = new AddDocument { Upload = upload, FileName = name, Bytes = bytes.Length, Origin = Origin };
        await grain.AddDocument(document, cancellationToken);
    }

    private static async Task<List<SourceView>> All(ISourcesGrain grain, CancellationToken cancellationToken)
    {
        var all = new List<SourceView>();
        string? after = null;
        do
        {
            var query = new ListSources { Kind = SourceKinds.Document, After = after, Limit = Limits.PageSize };
            var page = await grain.List(query, cancellationToken);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        return folder.EnumerateFiles("*", options).Take(MostFiles).OrderBy(f => f.FullName, StringComparer.Ordinal);
    }

    private async Task WaitUntilRead(ISourcesGrain grain, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < ReadyWithin)
        {
            var all = await All(grain, cancellationToken);
            if (all.Where(s => s.Origin == Origin).All(s => s.Status is SourceStatuses.Ready or SourceStatuses.Failed)) return;
            await Task.Delay(LookAgain, time, cancellationToken);
        }

        LogSlow();
    }

    [LoggerMessage(1, LogLevel.Warning, "The document {Name} has {Bytes} bytes, which is none or too many; it was left out")]
    private partial void LogLeftOut(string name, long bytes);

    [LoggerMessage(2, LogLevel.Warning, "The folder's documents are still being read; the store answers from those that are ready")]
    private partial void LogSlow();
}
