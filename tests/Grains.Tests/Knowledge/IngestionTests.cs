using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class IngestionTests : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sources-");
    private readonly FakeTimeProvider _time = new();
    private readonly DatabaseFixture _database;
    private readonly string _store = $"s-{Guid.NewGuid():N}";

    public IngestionTests(DatabaseFixture database) => _database = database;

    public async Task InitializeAsync()
    {
        // The queue is one for all stores, so what another test left there is not this one's.
        await using var command = _database.DataSource.CreateCommand("DELETE FROM knowledge_sources");
        await command.ExecuteNonQueryAsync();
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Work_QueuedDocument_IsReadyAndFound()
    {
        await using var node = Node();
        var queued = await node.Add(_store, "lamp.md", "# Lamp\n\nIt weighs 900 g.");

        var taken = await node.Worker.Work(CancellationToken.None);

        Assert.Equal(SourceStatuses.Queued, queued.Status);
        Assert.Equal(1, taken);
        var ready = await node.Get(_store, queued.Id);
        Assert.Equal((SourceStatuses.Ready, 1L, 1, "Lamp"), (ready.Status, ready.ReadyRevision, ready.Passages, ready.Title));
        Assert.Contains("900 g", (await node.Library.Of(_store, CancellationToken.None)).Search("weight lamp").First().Passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_AfterARestart_HasTheTextWithoutReadingAgain()
    {
        await using (var first = Node())
        {
            await first.Add(_store, "lamp.md", "# Lamp\n\nIt weighs 900 g.");
            await first.Worker.Work(CancellationToken.None);
            Assert.Equal(1, first.Extractor.Calls);
        }

        await using var second = Node();
        await second.Worker.Work(CancellationToken.None);

        Assert.Equal(["lamp.md"], await second.Names(_store));
        Assert.Equal(0, second.Extractor.Calls);
    }

    [Fact]
    public async Task Work_TwoSilosAtOnce_ReadEachSourceOnce()
    {
        await using var one = Node();
        await using var two = Node();
        for (var i = 0; i < 12; i++) await one.Add(_store, $"{i}.md", $"# Document {i}\n\nWords.");

        // Both hold what they took until both have taken something.
        using var barrier = new Barrier(2);
        var first = new[] { 1, 1 };
        one.Extractor.Before = (_, ct) => Meet(0, ct);
        two.Extractor.Before = (_, ct) => Meet(1, ct);
        var counts = await Task.WhenAll(
            Task.Run(() => one.Worker.Work(CancellationToken.None)), Task.Run(() => two.Worker.Work(CancellationToken.None)));

        Assert.Equal(12, counts.Sum());
        Assert.Equal(12, one.Extractor.Calls + two.Extractor.Calls);
        Assert.All(counts, c => Assert.True(c > 0));
        Assert.Equal(12, (await two.Names(_store)).Length);

        Task Meet(int node, CancellationToken ct) => Interlocked.Exchange(ref first[node], 0) == 1
            ? Task.Run(() => barrier.SignalAndWait(TimeSpan.FromSeconds(20), ct), ct)
            : Task.CompletedTask;
    }

    [Fact]
    public async Task Work_AfterACrash_TakesTheSourceWhenTheLeaseIsOverAndRefusesTheDead()
    {
        await using var dead = Node();
        await using var alive = Node();
        var source = await dead.Add(_store, "lamp.md", "# Lamp\n\nIt weighs 900 g.");
        var taken = Assert.Single(await dead.Queue.Take(_time.GetUtcNow(), TimeSpan.FromMinutes(3), 1, CancellationToken.None));

        Assert.Equal(0, await alive.Worker.Work(CancellationToken.None));
        Assert.Equal(SourceStatuses.Extracting, (await alive.Get(_store, source.Id)).Status);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await alive.Worker.Work(CancellationToken.None));

        Assert.Equal(SourceStatuses.Ready, (await alive.Get(_store, source.Id)).Status);
        Assert.False(await dead.Queue.Fail(taken, "late", "Too late.", _time.GetUtcNow(), null, CancellationToken.None));
    }

    [Fact]
    public async Task Work_SourceThatKillsItsReaders_IsGivenUp()
    {
        await using var node = Node();
        var source = await node.Add(_store, "bomb.md", "# Bomb\n\nWords.");
        for (var i = 0; i < 3; i++)
        {
            Assert.Single(await node.Queue.Take(_time.GetUtcNow(), TimeSpan.FromMinutes(3), 1, CancellationToken.None));
            _time.Advance(TimeSpan.FromMinutes(3));
        }

        await node.Worker.Work(CancellationToken.None);

        Assert.Equal((SourceStatuses.Failed, "extraction_failed"), await Status(node, source.Id));
        Assert.Equal(0, node.Extractor.Calls);
    }

    [Theory]
    [InlineData("empty.md", "  \n ", "no_text")]
    [InlineData("picture.png", "png", "unsupported_kind")]
    public async Task Work_UnreadableFile_FailsWithItsReason(string name, string text, string code)
    {
        await using var node = Node();
        var source = await node.Add(_store, name, text);

        await node.Worker.Work(CancellationToken.None);

        Assert.Equal((SourceStatuses.Failed, code), await Status(node, source.Id));
        Assert.False(string.IsNullOrEmpty((await node.Get(_store, source.Id)).Failure));
        Assert.Empty(await node.Names(_store));
    }

    [Fact]
    public async Task Work_NewRevision_OldOneServesUntilItIsReadyAndForTurnsThatBegan()
    {
        await using var node = Node();
        var source = await node.Add(_store, "lamp.md", "# Lamp\n\nThe old words.");
        await node.Worker.Work(CancellationToken.None);
        var pinned = await node.Library.Of(_store, CancellationToken.None);
        await node.Add(_store, "lamp.md", "# Lamp\n\nThe new words.");
        var queued = await node.Get(_store, source.Id);
        var meanwhile = await node.Library.Fresh(_store, CancellationToken.None);

        await node.Worker.Work(CancellationToken.None);
        var after = await node.Library.Fresh(_store, CancellationToken.None);

        Assert.Equal((SourceStatuses.Queued, 2L, 1L), (queued.Status, queued.Revision, queued.ReadyRevision));
        Assert.Contains("old", Assert.Single(meanwhile.Sources).Text, StringComparison.Ordinal);
        Assert.Contains("new", Assert.Single(after.Sources).Text, StringComparison.Ordinal);
        Assert.Contains("old", Assert.Single(pinned.Sources).Text, StringComparison.Ordinal);
        Assert.Single(node.Files.Originals(DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task Work_ReplacedWhileItIsRead_OldTextIsNotServed()
    {
        await using var node = Node();
        var source = await node.Add(_store, "lamp.md", "# Lamp\n\nThe old words.");
        node.Extractor.Before = async (_, _) =>
        {
            node.Extractor.Before = (_, _) => Task.CompletedTask;
            await node.Add(_store, "lamp.md", "# Lamp\n\nThe new words.");
        };

        await node.Worker.Work(CancellationToken.None);

        Assert.Equal(2, (await node.Get(_store, source.Id)).ReadyRevision);
        Assert.Contains("new", Assert.Single((await node.Library.Of(_store, CancellationToken.None)).Sources).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_DocumentWithATwin_RemovesTextAndKeepsTheOriginalForTheTwin()
    {
        await using var node = Node();
        var one = await node.Add(_store, "one.md", "# Lamp\n\nThe same words.");
        var two = await node.Add(_store, "two.md", "# Lamp\n\nThe same words.");
        await node.Worker.Work(CancellationToken.None);
        Assert.Equal(2, (await node.Names(_store)).Length);

        await Delete(node, one);
        Assert.Equal(["two.md"], await node.Names(_store));
        Assert.True(File.Exists(node.Files.PathOf(two.Hash!)));

        await Delete(node, two);
        Assert.Empty(await node.Names(_store));
        Assert.False(File.Exists(node.Files.PathOf(two.Hash!)));
        await using var texts = _database.DataSource.CreateCommand("SELECT count(*) FROM knowledge_texts WHERE store = $1");
        texts.Parameters.AddWithValue(_store);
        Assert.Equal(0L, await texts.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Refresh_ChangeOfAnotherSilo_IsNoticedAndUnusedStoresAreUnloaded()
    {
        await using var writer = Node();
        await using var reader = Node();
        Assert.Empty((await reader.Library.Of(_store, CancellationToken.None)).Sources);
        await writer.Add(_store, "lamp.md", "# Lamp\n\nIt weighs 900 g.");
        await writer.Worker.Work(CancellationToken.None);

        await reader.Library.Refresh(CancellationToken.None);
        Assert.Equal(["lamp.md"], await reader.Names(_store));

        _time.Advance(TimeSpan.FromMinutes(30));
        await reader.Library.Refresh(CancellationToken.None);
        Assert.Equal(0, reader.Library.Count);
        Assert.Equal(["lamp.md"], await reader.Names(_store));
    }

    [Fact]
    public async Task Count_Citations_CountsAnswersOnceEach()
    {
        await using var node = Node();
        var lamp = await node.Add(_store, "lamp.md", "# Lamp\n\nIt weighs 900 g.");
        var chair = await node.Add(_store, "chair.md", "# Chair\n\nIt is oak.");
        node.Citations.Count(_store, [Citation("lamp.md", 1), Citation("lamp.md", 2), Citation("gone.md", 3)]);
        node.Citations.Count(_store, [Citation("lamp.md", 1), Citation("chair.md", 2)]);
        node.Citations.Count("another", [Citation("lamp.md", 1)]);

        await node.Citations.Write(CancellationToken.None);
        await node.Citations.Write(CancellationToken.None);

        Assert.Equal((2L, 1L), ((await node.Get(_store, lamp.Id)).Answers, (await node.Get(_store, chair.Id)).Answers));

        static Citation Citation(string source, int number) =>
            new() { N = number, Source = source, Title = source, Revision = "1", ChunkId = "c", Quote = "q" };
    }

    [Fact]
    public async Task Clean_FilesThatNoSourceHas_AreRemoved()
    {
        await using var node = Node();
        var kept = await node.Add(_store, "lamp.md", "# Lamp\n\nIt weighs 900 g.");
        var lost = await node.Add(_store, "chair.md", "# Chair\n\nIt is oak.");
        await node.Files.Append(_store, new UploadChunk { Upload = Guid.NewGuid(), Offset = 0, Data = [1] }, Limits.FileBytes, CancellationToken.None);
        await node.Sources.Delete(new SourceKey(_store, SourceKinds.Document, lost.Id), DateTimeOffset.UtcNow, CancellationToken.None);

        await node.Cleaner.Clean(DateTimeOffset.MaxValue, CancellationToken.None);

        var left = _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name);
        Assert.Equal([kept.Hash!], left);
    }

    private async Task<(string Status, string? Code)> Status(SourcesNode node, string id)
    {
        var view = await node.Get(_store, id);
        return (view.Status, view.FailureCode);
    }

    private async Task Delete(SourcesNode node, SourceView source)
    {
        var (found, hash) = await node.Sources.Delete(new SourceKey(_store, source.Kind, source.Id), DateTimeOffset.UtcNow, CancellationToken.None);
        Assert.True(found);
        await node.Cleaner.Release(hash!, CancellationToken.None);
    }

    private SourcesNode Node() => new(_database.DataSource, _folder.FullName, _time);
}
