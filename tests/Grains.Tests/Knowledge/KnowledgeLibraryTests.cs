using Microsoft.Extensions.Logging.Abstractions;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class KnowledgeLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-");
    private readonly KnowledgeLibrary _library = new(NullLogger<KnowledgeLibrary>.Instance);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task LoadFolder_MarkdownAndText_AreReadAnythingElseIsNot()
    {
        Write("a.md", "# Alpha\n\nOne.");
        Write("sub/b.txt", "Beta is two.");
        Write("c.pdf", "%PDF-1.7");
        Write(".hidden.md", "# Hidden");

        var count = await _library.LoadFolder("s", _folder.FullName, CancellationToken.None);

        Assert.Equal(2, count);
        Assert.Equal(["a.md", "sub/b.txt"], _library.Of("s").Sources.Select(s => s.Name));
    }

    [Fact]
    public async Task LoadFolder_Again_ReplacesWhatChangedAndLeavesOldSnapshotsAlone()
    {
        Write("a.md", "# Alpha\n\nThe old words.");
        await _library.LoadFolder("s", _folder.FullName, CancellationToken.None);
        var before = _library.Of("s");
        Write("a.md", "# Alpha\n\nThe new words.");

        await _library.LoadFolder("s", _folder.FullName, CancellationToken.None);

        Assert.Contains("old", Assert.Single(before.Sources).Text, StringComparison.Ordinal);
        Assert.Contains("new", Assert.Single(_library.Of("s").Sources).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadFolder_OneStore_IsNotSeenByAnother()
    {
        Write("a.md", "# Alpha\n\nOne.");
        await _library.LoadFolder("s", _folder.FullName, CancellationToken.None);

        Assert.Empty(_library.Of("t").Sources);
    }

    [Fact]
    public async Task LoadFolder_Missing_Throws() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(
            () => _library.LoadFolder("s", Path.Combine(_folder.FullName, "none"), CancellationToken.None));

    [Fact]
    public async Task LoadFolder_BrokenBytesAndEmptyFiles_AreHarmless()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "bad.txt"), [0xff, 0xfe, 0x00, 0xd8, 0x41]);
        Write("empty.md", "");

        Assert.Equal(2, await _library.LoadFolder("s", _folder.FullName, CancellationToken.None));
        Assert.Empty(_library.Of("s").Search("anything"));
    }

    [Fact]
    public void Add_FromManyThreads_KeepsAll()
    {
        Parallel.For(0, 50, i => _library.Add("s", [DocumentReader.Read($"{i}.md", $"# Doc {i}\n\nWords.")]));

        Assert.Equal(50, _library.Of("s").Sources.Length);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
