using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SupportPlatform.Hosting;

/// <summary>
/// Metrics and traces by OTLP, where <c>Otlp:Endpoint</c> (or the standard <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>) is set.
/// The hosting package of OpenTelemetry is not needed for two providers that live as long as the process.
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Meters =
        ["SupportPlatform", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Microsoft.Orleans", "Npgsql", "System.Runtime"];

    private static readonly string[] Sources =
        ["SupportPlatform", "Microsoft.AspNetCore", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "Npgsql"];

    /// <summary>Adds the exporters, if an endpoint is set.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var endpoint = builder.Configuration["Otlp:Endpoint"] ?? builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrEmpty(endpoint)) return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)) throw new SiloStartException("Otlp:Endpoint is not an absolute address.");
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddOtlpExporter(o => o.Endpoint = uri).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().AddSource(Sources).AddOtlpExporter(o => o.Endpoint = uri).Build());
        builder.Services.AddHostedService<TelemetryService>();
    }
}
