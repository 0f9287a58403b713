using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A page of somebody else, on an origin of its own.</summary>
internal sealed class HostSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostSite(WebApplication app) => _app = app;

    /// <summary>Its address.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Serves one page.</summary>
    /// <param name="html">Its text.</param>
    /// <param name="policy">Its content security policy; null for none.</param>
    /// <param name="openerPolicy">Its cross-origin opener policy; null for none.</param>
    public static async Task<HostSite> Serve(string html, string? policy = null, string? openerPolicy = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/{**path}", (HttpContext http) =>
        {
            if (policy is not null) http.Response.Headers.ContentSecurityPolicy = policy;
            if (openerPolicy is not null) http.Response.Headers["Cross-Origin-Opener-Policy"] = openerPolicy;
            return Results.Content(html, "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return new HostSite(app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
