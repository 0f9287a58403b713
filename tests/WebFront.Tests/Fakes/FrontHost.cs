using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>A real web front on a free port of the loopback address, over grains in memory.</summary>
internal sealed class FrontHost : IAsyncDisposable
{
    public const string AdminKey = "admin-key-for-tests";
    private readonly WebApplication _app;

    private FrontHost(WebApplication app, FakeGrains grains)
    {
        (_app, Grains) = (app, grains);
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public FakeGrains Grains { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<FrontHost> Start(Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Configuration.AddInMemoryCollection(
            settings.Append((Key: "Admin:ApiKey", Value: AdminKey)).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var grains = new FakeGrains();
        builder.Services.AddSingleton<ISupportGrains>(grains);
        configure?.Invoke(builder.Services);
        builder.AddWebFront();
        var app = builder.Build();
        app.MapWebFront();
        await app.StartAsync();
        return new FrontHost(app, grains);
    }

    /// <summary>Begins a conversation.</summary>
    public async Task<(string Id, string Token)> Begin(string store = "demo")
    {
        using var response = await Http.PostAsync(new Uri($"/api/stores/{store}/conversations", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("conversationId").GetString()!, body.GetProperty("visitorToken").GetString()!);
    }

    /// <summary>A token for a contact, as the store itself would sign it.</summary>
    public string TokenFor(string contact, string store = "demo") =>
        Services.GetRequiredService<VisitorTokens>().Issue(Grains.FakeStore(store).Profile!, store, contact);

    /// <summary>Sends a request.</summary>
    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, string? token = null, object? body = null, string? origin = null, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
