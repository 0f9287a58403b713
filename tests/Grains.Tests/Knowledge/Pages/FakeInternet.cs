using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPlatform.Grains.Tests.Knowledge.Extraction;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Grains.Tests.Knowledge.Pages;

/// <summary>Names, addresses and sites of the test's own; each connection ends at one server on loopback.</summary>
internal sealed class FakeInternet : IHostResolver, IPageDialer, IAsyncDisposable
{
    public static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");
    private readonly WebApplication _server;
    private readonly ExtractorDriver _files = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.OrdinalIgnoreCase);

    private FakeInternet()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(Answer);
    }

    /// <summary>What names stand for; others stand for a public address.</summary>
    public ConcurrentDictionary<string, IPAddress[]> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where connections went.</summary>
    public ConcurrentQueue<IPEndPoint> Dialed { get; } = new();

    /// <summary>What was asked for, as host and path.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<FakeInternet> Start()
    {
        var internet = new FakeInternet();
        await internet._server.StartAsync();
        return internet;
    }

    /// <summary>Puts a page at <c>host/path</c>.</summary>
    public void Put(string at, Func<HttpContext, Task> page) => _pages[at] = page;

    /// <summary>Puts a text at <c>host/path</c>.</summary>
    public void Put(string at, string text, string type = "text/html") => Put(at, context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    });

    public void Redirect(string at, string to) => Put(at, context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    public PageFetcher Fetcher(PageOptions? options = null, TimeProvider? time = null) => new(
        Options.Create(options ?? new PageOptions { HostInterval = TimeSpan.Zero }), new PageConnector(this, this), _files.Extractor, time ?? TimeProvider.System);

    public Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken) =>
        Task.FromResult(Names.TryGetValue(host, out var addresses) ? addresses : [Public]);

    public async Task<Stream> Dial(IPEndPoint to, CancellationToken cancellationToken)
    {
        Dialed.Enqueue(to);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var address = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _server.DisposeAsync();
    }

    private Task Answer(HttpContext context)
    {
        var at = context.Request.Host.Host + context.Request.Path;
        Asked.Enqueue(at);
        if (_pages.TryGetValue(at, out var page)) return page(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
