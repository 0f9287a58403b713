using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>Registers the knowledge of this silo.</summary>
internal static class KnowledgeServices
{
    /// <summary>Adds the sources, their reader, and the fetcher of pages, and the <see cref="KnowledgeLibrary"/>.</summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="configuration">The silo's configuration: sections <c>Knowledge</c>, <c>Extraction</c> and <c>Pages</c>, and <c>Data:Folder</c>.</param>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        var data = configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data";
        services.AddOptions<KnowledgeOptions>()
            .Configure(o => o.DocumentsFolder = Path.Combine(Path.GetFullPath(data), "documents"))
            .Bind(configuration.GetSection("Knowledge"))
            .Validate(o => o.PollInterval > TimeSpan.Zero, "Knowledge:PollInterval is more than 0.")
            .Validate(o => o.Concurrency > 0, "Knowledge:Concurrency is at least 1.")
            .ValidateOnStart();
        services.AddOptions<ExtractionOptions>().Bind(configuration.GetSection("Extraction"))
            .Validate(o => o.AreValid, "A limit in the section Extraction is not positive, or too small to read any file.").ValidateOnStart();
        services.TryAddSingleton<IDocumentExtractor, ProcessExtractor>();
        services.AddOptions<PageOptions>().Bind(configuration.GetSection("Pages"));
        services.AddSingleton<IHostResolver, DnsHostResolver>();
        services.AddSingleton<IPageDialer, SocketDialer>();
        services.AddSingleton<PageConnector>();
        services.AddSingleton<IPageFetcher, PageFetcher>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<PageInstruments>();
        services.AddSingleton<PageLibrary>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<SourceStore>();
        services.AddSingleton<EntryStore>();
        services.AddSingleton<EntryService>();
        services.AddSingleton<EntryImporter>();
        services.AddSingleton<InstructionStore>();
        services.AddSingleton<SingleTurn>();
        services.AddSingleton<InstructionTrial>();
        services.AddSingleton<SourceQueue>();
        services.AddSingleton<SourceReader>();
        services.AddSingleton<OriginalCleaner>();
        services.AddSingleton<IngestionSignal>();
        services.AddSingleton<AttachmentNotice>();
        services.AddSingleton<KnowledgeTexts>();
        services.AddSingleton<CitationCounter>();
        services.AddOptions<EmbeddingOptions>().Bind(configuration.GetSection("Embeddings")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddingOptions>, EmbeddingOptionsValidator>();
        services.AddSingleton<EmbeddingInstruments>();
        services.AddSingleton<Embedder>();
        services.AddSingleton<VectorStore>();
        services.AddSingleton<VectorLibrary>();
        services.AddSingleton<KnowledgeLibrary>();
        services.AddSingleton<IKnowledgeLibrary>(s => s.GetRequiredService<KnowledgeLibrary>());
        services.AddSingleton<TurnStore>();
        services.AddSingleton<TurnProjector>();
        services.AddSingleton<QuestionSorter>();
        services.AddSingleton<ClusterStore>();
        services.AddHostedService<LearningWorker>();
        services.AddSingleton<IngestionWorker>();
        services.AddHostedService(s => s.GetRequiredService<IngestionWorker>());
        return services.AddHostedService<KnowledgeWatcher>();
    }
}
