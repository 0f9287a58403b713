using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class AttachmentIngestionTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("attachments-");
    private readonly FakeTimeProvider _time = new();
    private readonly string _store = $"s-{Guid.NewGuid():N}";

    public async Task InitializeAsync() => await Run("DELETE FROM knowledge_sources");

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Work_Attachment_WritesItsDueRowWithTheOutcomeAndTellsTheConversation()
    {
        await using var node = new SourcesNode(database.DataSource, _folder.FullName, _time);
        var key = ConversationKey.New(_store).GrainKey;
        await node.Add(_store, "shop.md", "# Shop\n\nIt sells lamps.");
        await node.Worker.Work(CancellationToken.None);
        var version = await Run("SELECT version FROM knowledge_versions WHERE store = $1", _store);
        var good = await Attach(node, key, "lamp.md", "# Lamp\n\nIt weighs 900 g.");
        var bad = await Attach(node, key, "lamp.xyz", "Nobody reads these.");

        // As a silo that dies before it has told the conversation.
        node.Conversations.FailNext(key);
        await node.Worker.Work(CancellationToken.None);

        Assert.Equal([key, key], node.Conversations.Woken);
        foreach (var id in new[] { good, bad })
            Assert.Equal(1L, await Run("SELECT count(*) FROM due WHERE target = 'conversation' AND key = $1 AND kind = $2", key, DueKinds.Attachment(id)));
        Assert.Equal(version, await Run("SELECT version FROM knowledge_versions WHERE store = $1", _store));
        Assert.Equal(["shop.md"], await node.Names(_store));
        Assert.Equal(["ready", "failed"], (await Attachments.List(key, CancellationToken.None)).Select(a => a.View.Status));
    }

    [Fact]
    public async Task Work_AttachmentBehindManyDocuments_IsReadFirst()
    {
        await using var node = new SourcesNode(database.DataSource, _folder.FullName, _time);
        for (var i = 0; i < 5; i++) await node.Add(_store, $"{i}.md", $"# Document {i}\n\nWords.");
        await Attach(node, ConversationKey.New(_store).GrainKey, "lamp.md", "# Lamp\n\nIt weighs 900 g.");

        var taken = await node.Queue.Take(_time.GetUtcNow(), TimeSpan.FromMinutes(1), 1, CancellationToken.None);

        Assert.Equal("lamp.md", Assert.Single(taken).Name);
    }

    private AttachmentStore Attachments => new(
        database.DataSource, new StorageRetry(Options.Create(new LogWriterOptions()), _time, NullLogger<StorageRetry>.Instance));

    private async Task<string> Attach(SourcesNode node, string key, string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var upload = Guid.NewGuid();
        await node.Files.Append("owner", new UploadChunk { Upload = upload, Offset = 0, Data = [.. bytes] }, Limits.AttachmentBytes, CancellationToken.None);
        var added = new NewAttachment(SourceKinds.Document, name, "text/plain", null) { Hash = hash, Bytes = bytes.Length };
        var (view, _) = await Attachments.Add(key, added, () => node.Files.Keep("owner", upload, hash), _time.GetUtcNow(), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        return view.AttachmentId;
    }

    private async Task<object?> Run(string sql, params object[] values)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var command = connection.Statement(sql, values);
        return await command.ExecuteScalarAsync();
    }
}
