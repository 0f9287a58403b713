using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>The knowledge services of one silo, without grains and with nothing running by itself.</summary>
internal sealed class SourcesNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SourcesNode(NpgsqlDataSource database, string folder, FakeTimeProvider time, Uri? embeddings = null)
    {
        Time = time;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
        [
            KeyValuePair.Create("Data:Folder", (string?)folder),
            KeyValuePair.Create("Embeddings:Endpoint", embeddings?.ToString()),
            KeyValuePair.Create("Embeddings:Name", embeddings is null ? null : "letters"),
        ]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(Conversations.Factory);
        services.AddSingleton<IDocumentExtractor>(Extractor);
        services.AddKnowledge(configuration);

        // The pool is the fixture's; it is not this node's to close.
        services.AddSingleton(_ => new SourceStore(database));
        services.AddSingleton(_ => new EntryStore(database));
        services.AddSingleton(_ => new SourceQueue(database));
        services.AddSingleton(_ => new KnowledgeTexts(database));
        services.AddSingleton(_ => new CitationCounter(database));
        services.AddSingleton(_ => new PageCache(database));
        services.AddSingleton(_ => new VectorStore(database));
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; }

    public CountingExtractor Extractor { get; } = new();

    public WokenConversations Conversations { get; } = WokenConversations.New();

    public SourceStore Sources => _services.GetRequiredService<SourceStore>();

    public SourceQueue Queue => _services.GetRequiredService<SourceQueue>();

    public EntryStore Entries => _services.GetRequiredService<EntryStore>();

    public DocumentFiles Files => _services.GetRequiredService<DocumentFiles>();

    public IngestionWorker Worker => _services.GetRequiredService<IngestionWorker>();

    public KnowledgeLibrary Library => _services.GetRequiredService<KnowledgeLibrary>();

    public VectorLibrary Vectors => _services.GetRequiredService<VectorLibrary>();

    public CitationCounter Citations => _services.GetRequiredService<CitationCounter>();

    public OriginalCleaner Cleaner => _services.GetRequiredService<OriginalCleaner>();

    /// <summary>Queues a document.</summary>
    public async Task<SourceView> Add(string store, string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var upload = Guid.NewGuid();
        await Files.Append(store, new UploadChunk { Upload = upload, Offset = 0, Data = [.. bytes] }, Limits.FileBytes, CancellationToken.None);
        var document = new NewDocument(store, $"doc-{upload:N}", name, hash, bytes.Length, null, null, null, null);
        var (source, replaced) = await Sources.Queue(document, () => Files.Keep(store, upload, hash), Time.GetUtcNow(), CancellationToken.None);
        if (replaced is not null) await Cleaner.Release(replaced, CancellationToken.None);
        return source;
    }

    public async Task<SourceView> Get(string store, string id) =>
        (await Sources.Find(new SourceKey(store, SourceKinds.Document, id), withContent: false, CancellationToken.None))!.View;

    public async Task<string[]> Names(string store) =>
        [.. (await Library.Fresh(store, CancellationToken.None)).Sources.Select(s => s.Name)];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
