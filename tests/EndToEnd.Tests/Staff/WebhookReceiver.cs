using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>A store's own system, which is told what happens.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Id, string Timestamp, string Signature, string Body)> _received = new();

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>Its address.</summary>
    public string Address => $"{_app.Urls.First()}/in";

    /// <summary>The ids of what came, in its order.</summary>
    public IReadOnlyList<string> Ids => [.. _received.Select(r => r.Id)];

    /// <summary>Starts it.</summary>
    public static async Task<WebhookReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.MapPost("/in", receiver.Receive);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Whether all that came is signed with a secret, by the specification of Standard Webhooks.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return _received.All(r => r.Signature == "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{r.Id}.{r.Timestamp}.{r.Body}"))));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Receive(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        _received.Enqueue((headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, await reader.ReadToEndAsync()));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
