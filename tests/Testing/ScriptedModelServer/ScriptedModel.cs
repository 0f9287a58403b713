using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportPlatform.Testing;

/// <summary>
/// A real HTTP server on a free port of loopback that speaks the chat-completions, embeddings and transcriptions protocol,
/// one script a request. Other processes reach it by <see cref="Url"/>.
/// </summary>
public sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ModelScript> _scripts = new();
    private readonly ConcurrentQueue<ModelRequest> _requests = new();
    private readonly Channel<ModelRequest> _arrivals = Channel.CreateUnbounded<ModelRequest>();

    private ScriptedModel(WebApplication app) => _app = app;

    /// <summary>The address to configure as <c>Model:Endpoint</c>.</summary>
    public Uri Url => new(_app.Urls.First() + "/v1/");

    /// <summary>The script of requests for which none is queued.</summary>
    public ModelScript Otherwise { get; set; } = new();

    /// <summary>How requests for vectors fail: the status they get, or 0 for no answer at all; null when they do not.</summary>
    public int? EmbeddingFailure { get; set; }

    /// <summary>What requests for vectors wait for; null for nothing.</summary>
    public Task? EmbeddingGate { get; set; }

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    /// <summary>Starts a server.</summary>
    public static async Task<ScriptedModel> Start(params ModelScript[] scripts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ScriptedModel(app);
        foreach (var script in scripts) server.Enqueue(script);
        app.MapPost("/v1/chat/completions", server.Complete);
        app.MapPost("/v1/embeddings", server.Embed);
        app.MapPost("/v1/audio/transcriptions", server.Transcribe);
        await app.StartAsync();
        return server;
    }

    /// <summary>Sets how the next request that has no script yet is answered.</summary>
    public void Enqueue(ModelScript script) => _scripts.Enqueue(script);

    /// <summary>The next request, in order of arrival.</summary>
    public ValueTask<ModelRequest> NextRequest(CancellationToken cancellationToken = default) =>
        _arrivals.Reader.ReadAsync(cancellationToken);

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        // Stalled requests would hold a graceful stop.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task<ModelRequest> Record(HttpContext context)
    {
        var body = context.Request.HasFormContentType
            ? Fields(await context.Request.ReadFormAsync(context.RequestAborted))
            : await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new ModelRequest(context.Request.Path, context.Request.Headers.Authorization, body);
        context.RequestAborted.Register(request.Close);
        _requests.Enqueue(request);
        _arrivals.Writer.TryWrite(request);
        return request;
    }

    private async Task Complete(HttpContext context)
    {
        var request = await Record(context);
        var script = _scripts.TryDequeue(out var queued) ? queued : Otherwise;
        try
        {
            await CompletionWriter.Write(context, request, script);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went; the request knows.
        }
    }

    private async Task Embed(HttpContext context)
    {
        var request = await Record(context);
        if (EmbeddingGate is { } gate) await gate.WaitAsync(context.RequestAborted);
        if (EmbeddingFailure is { } failure)
        {
            if (failure == 0) await request.ClosedByClient.WaitAsync(TimeSpan.FromMinutes(1));
            context.Response.StatusCode = failure == 0 ? 499 : failure;
            return;
        }

        var input = request.Body.GetProperty("input");
        var isBase64 = request.Body.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        var texts = input.ValueKind == JsonValueKind.Array
            ? input.EnumerateArray().Select(t => t.GetString()!).ToList()
            : [input.GetString()!];
        await context.Response.WriteAsJsonAsync(new
        {
            @object = "list",
            model = "scripted",
            data = texts.Select((t, i) => new { @object = "embedding", index = i, embedding = isBase64 ? (object)Convert.ToBase64String(MemoryMarshal.AsBytes(Vector(t).AsSpan())) : Vector(t) }),
            usage = new { prompt_tokens = texts.Sum(t => t.Length / 4), total_tokens = texts.Sum(t => t.Length / 4) },
        });
    }

    private async Task Transcribe(HttpContext context)
    {
        await Record(context);
        var script = _scripts.TryDequeue(out var queued) ? queued : Otherwise;
        if (script.StallAfter is not null) await (script.Gate ?? Task.Delay(Timeout.Infinite, context.RequestAborted));
        context.Response.StatusCode = script.Status;
        await context.Response.WriteAsJsonAsync(new { text = script.Text });
    }

    // The form's fields, and of its files the name and the length.
    private static JsonElement Fields(IFormCollection form) => JsonSerializer.SerializeToElement(
        form.ToDictionary(f => f.Key, f => (object)f.Value.ToString())
            .Concat(form.Files.Select(f => KeyValuePair.Create(f.Name, (object)new { name = f.FileName, length = f.Length })))
            .ToDictionary());

    // Like texts get like vectors: counts of letters.
    private static float[] Vector(string text)
    {
        var vector = new float[26];
        foreach (var c in text.ToLowerInvariant())
            if (char.IsAsciiLetterLower(c)) vector[c - 'a']++;
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return length == 0 ? vector : [.. vector.Select(v => v / length)];
    }
}
