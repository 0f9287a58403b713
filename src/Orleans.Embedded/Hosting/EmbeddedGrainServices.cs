using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>Adds the engine to an application.</summary>
public static class EmbeddedGrainServices
{
    /// <summary>
    /// Adds the engine with <see cref="IGrainFactory"/>. It stops with the host; add it before what calls grains, so that
    /// it stops after that. Grains with stored states need an <see cref="NpgsqlDataSource"/>; time is the
    /// <see cref="TimeProvider"/> of the services, if there is one.
    /// </summary>
    public static IServiceCollection AddEmbeddedGrains(this IServiceCollection services, Action<EmbeddedGrainOptions> configure)
    {
        services.Configure(configure);
        services.AddSingleton<GrainRuntime>();
        services.AddSingleton<IGrainFactory>(s => s.GetRequiredService<GrainRuntime>());
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<GrainRuntime>());
        services.AddSingleton(s => new StateStorage(
            s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<IOptions<EmbeddedGrainOptions>>().Value.ServiceId));
        return services;
    }
}
