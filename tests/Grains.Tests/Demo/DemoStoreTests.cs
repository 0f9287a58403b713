using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Demo;

public sealed class DemoStoreTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Start_AnotherFolderAndThenNone_TakesAwayTheEarlierFoldersDocumentsAlone()
    {
        var first = Folder("first", "lamp.md", "chair.md");
        var second = Folder("second", "chair.md", "table.md");

        Assert.Equal(["chair.md", "lamp.md"], await Start(first, async grain => await Upload(grain, "mine.md"), "mine.md"));
        Assert.Equal(["chair.md", "mine.md", "table.md"], await Start(second));
        Assert.Equal(["mine.md"], await Start(null));
    }

    private string Folder(string name, params string[] files)
    {
        var folder = _folder.CreateSubdirectory(name);
        foreach (var file in files) File.WriteAllText(Path.Combine(folder.FullName, file), $"# {name} {file}\n\nWords.");
        return folder.FullName;
    }

    /// <summary>Starts a silo, and says which documents the demo store then has.</summary>
    private async Task<string[]> Start(string? folder, Func<ISourcesGrain, Task>? then = null, string? except = null)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", $"--ConnectionStrings:SupportPlatform={database.ConnectionString}", "--Demo:Enabled=true",
            $"--Data:Folder={_folder.FullName}", $"--Knowledge:Folder={folder}", $"--Cluster:SiloPort={FreePort.Next()}",
            $"--Cluster:GatewayPort={FreePort.Next()}", $"--Cluster:Id={Guid.NewGuid():N}",
        ];
        await using var silo = await SiloHost.Start(settings);
        CallerContext.Current = Caller.Administrator;
        var grain = silo.Services.GetRequiredService<IGrainFactory>().GetGrain<ISourcesGrain>("demo");
        if (then is not null) await then(grain);
        var page = await grain.List(new ListSources { Kind = SourceKinds.Document });
        return [.. page.Items.Select(i => i.Name).Where(n => n != except).Order(StringComparer.Ordinal)];
    }

    private static async Task Upload(ISourcesGrain grain, string name)
    {
        var upload = Guid.NewGuid();
        ImmutableArray<byte> bytes = [.. "# Mine\n\nWords."u8];
        await grain.Upload(new UploadChunk { Upload = upload, Offset = 0, Data = bytes });
        await grain.AddDocument(new AddDocument { Upload = upload, FileName = name, Bytes = bytes.Length });
    }
}
