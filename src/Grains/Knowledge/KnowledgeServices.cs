using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPlatform.Knowledge;

/// <summary>Registers the knowledge of this silo.</summary>
internal static class KnowledgeServices
{
    // Of some ten kilobytes each; the sources' own texts are in the database.
    private const int CachedPages = 256;

    /// <summary>Adds the <see cref="KnowledgeLibrary"/>, the reader of files and the fetcher of pages.</summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="configuration">The silo's configuration: sections <c>Extraction</c> and <c>Pages</c>.</param>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExtractionOptions>().Bind(configuration.GetSection("Extraction"))
            .Validate(o => o.AreValid, "A limit in the section Extraction is not positive, or too small to read any file.").ValidateOnStart();
        services.AddSingleton<IDocumentExtractor, ProcessExtractor>();
        services.AddOptions<PageOptions>().Bind(configuration.GetSection("Pages"));
        services.AddSingleton<IHostResolver, DnsHostResolver>();
        services.AddSingleton<IPageDialer, SocketDialer>();
        services.AddSingleton<PageConnector>();
        services.AddSingleton<IPageFetcher, PageFetcher>();
        services.AddSingleton<IPageCache>(_ => new MemoryPageCache(CachedPages));
        services.AddSingleton<PageInstruments>();
        services.AddSingleton<PageLibrary>();
        return services.AddSingleton<KnowledgeLibrary>();
    }
}
