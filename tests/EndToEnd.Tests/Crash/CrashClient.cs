using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace SupportPlatform.EndToEnd.Tests.Crash;

/// <summary>A customer who writes until each message is acknowledged, and follows with resumption by number.</summary>
internal sealed class CrashClient : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http;
    private readonly string _name;

    public CrashClient(Uri address, string name)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        _name = name;
    }

    public string ConversationId { get; private set; } = "";

    /// <summary>What was acknowledged: the client's id and the number.</summary>
    public Dictionary<string, long> Acknowledged { get; } = [];

    /// <summary>What the follower has, by number; raw as received.</summary>
    public List<(long Seq, string Type, string Data)> Transcript { get; } = [];

    public void Dispose() => _http.Dispose();

    public async Task Open(CancellationToken cancellationToken)
    {
        using var response = await Persist(
            () => _http.PostAsJsonAsync("/api/stores/demo/conversations", new { }, cancellationToken), HttpStatusCode.Created, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        ConversationId = body.GetProperty("conversationId").GetString()!;
        _http.DefaultRequestHeaders.Authorization = new("Bearer", body.GetProperty("visitorToken").GetString());
    }

    public async Task Post(int number, string text, CancellationToken cancellationToken)
    {
        var id = $"{_name}-{number}";
        using var response = await Persist(
            () => _http.PostAsJsonAsync($"/api/conversations/{ConversationId}/messages", new { clientMessageId = id, text }, cancellationToken),
            HttpStatusCode.Accepted,
            cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Acknowledged[id] = body.GetProperty("seq").GetInt64();
    }

    /// <summary>Follows until the condition holds, through any number of cuts.</summary>
    public async Task Follow(Func<CrashClient, bool> done, CancellationToken cancellationToken)
    {
        while (!done(this))
        {
            try
            {
                await FollowOnce(done, cancellationToken);
            }
            catch (Exception e) when (IsCut(e) && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>The log as the server has it now.</summary>
    public async Task<List<(long Seq, string Type, string Data)>> ReadLog(CancellationToken cancellationToken)
    {
        using var other = new CrashClient(_http.BaseAddress!, _name) { ConversationId = ConversationId };
        other._http.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;
        await other.Follow(c => c.Transcript.Count >= Transcript.Count, cancellationToken);
        return other.Transcript;
    }

    private async Task FollowOnce(Func<CrashClient, bool> done, CancellationToken cancellationToken)
    {
        var after = Transcript.Count == 0 ? 0 : Transcript[^1].Seq;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/conversations/{ConversationId}/events");
        request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            // Live frames have no number; they are not part of the transcript.
            if (item.EventType is "snapshot" or "delta" or "typing" or "status") continue;
            using var json = JsonDocument.Parse(item.Data);
            var seq = json.RootElement.GetProperty("seq").GetInt64();
            var last = Transcript.Count == 0 ? 0 : Transcript[^1].Seq;
            if (seq != last + 1) throw new InvalidDataException($"{ConversationId}: event {seq} came after {last}.");
            Transcript.Add((seq, item.EventType, json.RootElement.GetProperty("data").GetRawText()));
            if (done(this)) return;
        }
    }

    private static bool IsCut(Exception e) => e is HttpRequestException or IOException or OperationCanceledException;

    private static async Task<HttpResponseMessage> Persist(
        Func<Task<HttpResponseMessage>> send, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var response = await send();
                if (response.StatusCode == expected) return response;
                if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests))
                    throw new InvalidDataException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
                response.Dispose();
            }
            catch (Exception e) when (IsCut(e) && !cancellationToken.IsCancellationRequested)
            {
                // The silo is away; the same message goes out again.
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
