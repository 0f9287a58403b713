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
    /// <param name="owner">Whose upload: a store's id, or a conversation's public one.</param>
    /// <param name="chunk">The piece.</param>
    /// <param name="most">The most bytes of the whole file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The piece does not follow the one before it, or the file becomes too large.</exception>
    public async Task Append(string owner, UploadChunk chunk, int most, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_uploads);
        var mode = chunk.Offset == 0 ? FileMode.Create : FileMode.Open;
        var path = UploadPath(owner, chunk.Upload);
        if (mode == FileMode.Open && !File.Exists(path)) throw Unknown();
        await using var file = new FileStream(path, mode, FileAccess.Write, FileShare.None);
        if (file.Length != chunk.Offset) throw new SupportException(ProblemCodes.InvalidRequest, "The pieces of an upload come in their order.");
        if (chunk.Offset + chunk.Data.Length > most)
            throw new SupportException(ProblemCodes.FileTooLarge, $"A file has at most {most / 1_000_000} MB.");
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(chunk.Data.AsMemory(), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The length and the hash of an upload.</summary>
    /// <exception cref="SupportException">There is no such upload.</exception>
    public async Task<(long Bytes, string Hash)> Describe(string owner, Guid upload, CancellationToken cancellationToken)
    {
        await using var file = OpenUpload(owner, upload);
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }

    /// <summary>An upload's bytes.</summary>
    /// <exception cref="SupportException">There is no such upload.</exception>
    public FileStream OpenUpload(string owner, Guid upload)
    {
        var path = UploadPath(owner, upload);
        return File.Exists(path) ? File.OpenRead(path) : throw Unknown();
    }

    /// <summary>Makes an upload the original of its hash.</summary>
    public void Keep(string owner, Guid upload, string hash)
    {
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // An original that is there has the same bytes, and may be open.
        if (File.Exists(path)) File.Delete(UploadPath(owner, upload));
        else File.Move(UploadPath(owner, upload), path);
    }

    /// <summary>Removes an original.</summary>
    public void Remove(string hash) => File.Delete(PathOf(hash));

    /// <summary>Removes an upload that nobody will finish.</summary>
    public void Discard(string owner, Guid upload)
    {
        if (Directory.Exists(_uploads)) File.Delete(UploadPath(owner, upload));
    }

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

    private string UploadPath(string owner, Guid upload) => Path.Combine(_uploads, $"{owner}.{upload:N}");
}
