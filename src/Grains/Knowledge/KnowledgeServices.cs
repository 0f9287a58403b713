using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPlatform.Knowledge;

/// <summary>Registers the knowledge of this silo.</summary>
internal static class KnowledgeServices
{
    /// <summary>Adds the <see cref="KnowledgeLibrary"/> and the reader of files.</summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="configuration">The silo's configuration: section <c>Extraction</c>.</param>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExtractionOptions>().Bind(configuration.GetSection("Extraction"))
            .Validate(o => o.AreValid, "A limit in the section Extraction is not positive, or too small to read any file.").ValidateOnStart();
        services.AddSingleton<IDocumentExtractor, ProcessExtractor>();
        return services.AddSingleton<KnowledgeLibrary>();
    }
}
