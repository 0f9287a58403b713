using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Extraction;

/// <summary>The real extractor, with files made in the test.</summary>
internal sealed class ExtractorDriver : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("extraction-");
    private readonly ProcessExtractor _extractor;
    private int _files;

    public ExtractorDriver(ExtractionOptions? options = null) =>
        _extractor = new ProcessExtractor(Options.Create(options ?? new ExtractionOptions()), NullLogger<ProcessExtractor>.Instance);

    public IDocumentExtractor Extractor => _extractor;

    public Task<ExtractedDocument> Read(string path, string? name = null, CancellationToken ct = default) =>
        _extractor.Extract(path, name ?? Path.GetFileName(path), ct);

    public Task<ExtractedDocument> Read(byte[] bytes, string name, CancellationToken ct = default) => Read(Save(bytes), name, ct);

    public Task<ExtractedDocument> ReadText(string text, string name, CancellationToken ct) => Read(Encoding.UTF8.GetBytes(text), name, ct);

    public async Task<string> Text(byte[] bytes, string name) => string.Join('\n', (await Read(bytes, name)).Pages.Select(p => p.Text));

    public Task<string> Text(string text, string name) => Text(Encoding.UTF8.GetBytes(text), name);

    /// <summary>The code that a file is rejected with.</summary>
    public async Task<string> Code(byte[] bytes, string name) =>
        (await Assert.ThrowsAsync<ExtractionException>(() => Read(bytes, name))).Code;

    public string Save(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _files)}");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A program that takes the worker's place.</summary>
    public static string Script(string lines)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("worker-").FullName, "worker.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + lines + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>An archive of parts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    public void Dispose()
    {
        _extractor.Dispose();
        _folder.Delete(recursive: true);
    }
}
