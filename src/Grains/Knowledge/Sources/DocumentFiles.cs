using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>
/// The originals on disk, by the hash of their bytes, and the uploads on their way to that. No name that a caller chose
/// is ever part of a path.
/// </summary>
internal sealed class DocumentFiles
{
    private readonly string _root;
    private readonly string _uploads;

    /// <summary>The originals of the configured folder.</summary>
    public DocumentFiles(IOptions<KnowledgeOptions> options)
    {
        _root = options.Value.DocumentsFolder;
        _uploads = Path.Combine(_root, "uploads");
    }

    /// <summary>Where the original with a hash is, or would be.</summary>
    public string PathOf(string hash) => Path.Combine(_root, hash[..2], hash);

    /// <summary>Appends to an upload.</summary>
    /// <exception cref="SupportException">The piece does not follow the one before it, or the file becomes too large.</exception>
    public async Task Append(string store, UploadChunk chunk, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_uploads);
        var mode = chunk.Offset == 0 ? FileMode.Create : FileMode.Open;
        var path = UploadPath(store, chunk.Upload);
        if (mode == FileMode.Open && !File.Exists(path)) throw Unknown();
        await using var file = new FileStream(path, mode, FileAccess.Write, FileShare.None);
        if (file.Length != chunk.Offset) throw new SupportException(ProblemCodes.InvalidRequest, "The pieces of an upload come in their order.");
        if (chunk.Offset + chunk.Data.Length > Limits.FileBytes)
            throw new SupportException(ProblemCodes.FileTooLarge, $"A file has at most {Limits.FileBytes / 1_000_000} MB.");
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(chunk.Data.AsMemory(), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The length and the hash of an upload.</summary>
    /// <exception cref="SupportException">There is no such upload.</exception>
    public async Task<(long Bytes, string Hash)> Describe(string store, Guid upload, CancellationToken cancellationToken)
    {
        var path = UploadPath(store, upload);
        if (!File.Exists(path)) throw Unknown();
        await using var file = File.OpenRead(path);
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }

    /// <summary>Makes an upload the original of its hash.</summary>
    public void Keep(string store, Guid upload, string hash)
    {
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // An original that is there has the same bytes, and may be open.
        if (File.Exists(path)) File.Delete(UploadPath(store, upload));
        else File.Move(UploadPath(store, upload), path);
    }

    /// <summary>Removes an original.</summary>
    public void Remove(string hash) => File.Delete(PathOf(hash));

    /// <summary>Removes an upload that nobody will finish.</summary>
    public void Discard(string store, Guid upload) => File.Delete(UploadPath(store, upload));

    /// <summary>Removes uploads that were begun before a time and not added.</summary>
    public void DiscardUploads(DateTimeOffset before)
    {
        if (!Directory.Exists(_uploads)) return;
        foreach (var file in new DirectoryInfo(_uploads).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime)) file.Delete();
    }

    /// <summary>The hashes of the originals that were put there before a time.</summary>
    public IEnumerable<string> Originals(DateTimeOffset before) => !Directory.Exists(_root) ? [] :
        new DirectoryInfo(_root).EnumerateDirectories("??").SelectMany(d => d.EnumerateFiles())
            .Where(f => f.LastWriteTimeUtc < before.UtcDateTime)
            .Select(f => f.Name);

    private static SupportException Unknown() => new(ProblemCodes.InvalidRequest, "There is no such upload; send the file again.");

    private string UploadPath(string store, Guid upload) => Path.Combine(_uploads, $"{store}.{upload:N}");
}
