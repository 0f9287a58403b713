using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Orleans.Hosting;

/// <summary>Adds the engine to an application.</summary>
public static class EmbeddedGrainServices
{
    /// <summary>
    /// Adds the engine with <see cref="IGrainFactory"/>. Add it before what calls grains, so that it stops after that.
    /// Stored states need an <see cref="NpgsqlDataSource"/>; time is the <see cref="TimeProvider"/> of the services, if any.
    /// </summary>
    public static IServiceCollection AddEmbeddedGrains(this IServiceCollection services, Action<EmbeddedGrainOptions> configure) => services
        .Configure(configure)
        .AddSingleton<GrainRuntime>()
        .AddSingleton<IGrainFactory>(s => s.GetRequiredService<GrainRuntime>())
        .AddSingleton<IHostedService>(s => s.GetRequiredService<GrainRuntime>())
        .AddSingleton(s => new StateStorage(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<IOptions<EmbeddedGrainOptions>>().Value.ServiceId));
}
