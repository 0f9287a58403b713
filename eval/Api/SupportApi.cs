using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportPlatform.Eval.Api;

/// <summary>The public interface of a silo.</summary>
internal sealed class SupportApi : IDisposable
{
    // A turn may wait for a model.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    private readonly HttpClient _http;

    /// <summary>Speaks to a silo with an administration key.</summary>
    public SupportApi(Uri endpoint, string key)
    {
        _http = new HttpClient { BaseAddress = endpoint, Timeout = Timeout };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Reads.</summary>
    public async Task<JsonElement> Get(string path, CancellationToken cancellationToken) =>
        Done(path, await Send(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken));

    /// <summary>Replaces.</summary>
    public async Task<JsonElement> Put(string path, JsonObject body, CancellationToken cancellationToken) =>
        Done(path, await Send(new HttpRequestMessage(HttpMethod.Put, path) { Content = Json(body) }, cancellationToken));

    /// <summary>Posts.</summary>
    public async Task<JsonElement> Post(string path, JsonObject body, CancellationToken cancellationToken) =>
        Done(path, await TryPost(path, body, cancellationToken));

    /// <summary>Posts what may be refused.</summary>
    public Task<ApiReply> TryPost(string path, JsonObject body, CancellationToken cancellationToken) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) }, cancellationToken);

    /// <summary>Posts JSON Lines.</summary>
    public async Task<JsonElement> PostLines(string path, string lines, CancellationToken cancellationToken) =>
        Done(path, await Send(
            new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson") }, cancellationToken));

    /// <summary>Uploads a file that may be refused.</summary>
    public Task<ApiReply> Upload(string path, string name, Stream content, CancellationToken cancellationToken)
    {
        var form = new MultipartFormDataContent { { new StreamContent(content), "file", name } };
        return Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = form }, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static JsonElement Done(string path, ApiReply reply) =>
        reply.IsDone ? reply.Body : throw new EvalException($"{path} replied {reply.Status} {reply.Code ?? reply.Body.ToString()}");

    private async Task<ApiReply> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using (request)
            using (var response = await _http.SendAsync(request, cancellationToken))
            {
                var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                var body = bytes.Length > 0 && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
                    ? JsonSerializer.Deserialize<JsonElement>(bytes)
                    : default;
                return new ApiReply((int)response.StatusCode, body);
            }
        }
        catch (HttpRequestException e)
        {
            throw new EvalException($"{request.RequestUri} cannot be reached: {e.Message}");
        }
    }
}
