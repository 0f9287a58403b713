using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPlatform.Knowledge;

/// <summary>Registers the knowledge of this silo.</summary>
internal static class KnowledgeServices
{
    /// <summary>Adds the <see cref="KnowledgeLibrary"/>.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services.AddSingleton<KnowledgeLibrary>();
    }
}
