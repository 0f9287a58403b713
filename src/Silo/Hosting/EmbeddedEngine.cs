using Orleans.Hosting;

namespace SupportPlatform.Hosting;

/// <summary>Runs the grains in this process, on the embedded engine.</summary>
internal static class EmbeddedEngine
{
    /// <summary>Adds the engine. The service id is part of stored rows, as Orleans writes them, and never changes.</summary>
    public static void AddGrainEngine(this WebApplicationBuilder builder, string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        builder.Services.AddEmbeddedGrains(o =>
        {
            o.Assemblies.Add(typeof(GrainServices).Assembly);
            o.ServiceId = builder.Configuration["Cluster:ServiceId"] ?? "support-platform";
        });
    }
}
