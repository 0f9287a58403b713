using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Attachments;

/// <summary>A customer attaches a real manual to a conversation of a real silo, and asks about it.</summary>
public sealed class AttachmentJourneyTests
{
    private const string Question = "Which battery goes into the helmet light of the Trailblazer?";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task Manual_AttachedAndAskedAboutAtOnce_IsAnsweredFromHereAlone()
    {
        var manual = await File.ReadAllBytesAsync(Path.Combine(DataSets.Require("kb_products"), "trailblazer-helmet.pdf"));
        await using var silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0", "Conversations:JoinWindow=00:00:00");
        using var http = new HttpClient { BaseAddress = silo.Address, Timeout = Limit };
        var (id, token) = await Open(http);
        using var upload = Request(HttpMethod.Post, $"/api/conversations/{id}/attachments", token);
        upload.Content = new MultipartFormDataContent { { new ByteArrayContent(manual), "file", "trailblazer-helmet.pdf" } };
        using var created = await http.SendAsync(upload);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var attachment = await created.Content.ReadFromJsonAsync<JsonElement>();
        var attachmentId = attachment.GetProperty("attachmentId").GetString()!;

        // Over the hub, with the file still being read.
        await using var hub = await HubClient.Connect(new Uri(http.BaseAddress, "/hubs/chat"), token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });
        await hub.Invoke("send_message", new { content = Question, clientMessageId = "1", attachments = new[] { attachmentId } });
        var (events, answer) = await Follow(http, id, token);

        var processed = Assert.Single(events, e => e.GetProperty("type").GetString() == "attachment-processed").GetProperty("data");
        Assert.Equal((attachmentId, "ready"), (processed.GetProperty("attachmentId").GetString(), processed.GetProperty("status").GetString()));
        AssertIsOfTheManual(answer);

        // Nobody else's conversation knows of it, and a restart loses nothing.
        var (other, otherToken) = await Open(http);
        await Post(http, other, otherToken, "1", Question);
        Assert.Empty((await Follow(http, other, otherToken)).Answer.GetProperty("citations").EnumerateArray());
        await silo.Kill();
        await silo.Start();
        var last = events[^1].GetProperty("seq").GetInt64();
        await Post(http, id, token, "2", Question);
        AssertIsOfTheManual((await Follow(http, id, token, last + 2)).Answer);
        using var content = Request(HttpMethod.Get, $"/api/conversations/{id}/attachments/{attachmentId}/content", token);
        using var bytes = await http.SendAsync(content);
        Assert.Equal(manual, await bytes.Content.ReadAsByteArrayAsync());
    }

    private static void AssertIsOfTheManual(JsonElement answer)
    {
        Assert.Contains("2032", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal("trailblazer-helmet.pdf", citation.GetProperty("source").GetString());
        Assert.True(citation.GetProperty("page").GetInt32() > 0);
    }

    private static async Task<(string Id, string Token)> Open(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync("/api/stores/demo/conversations", new { });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("conversationId").GetString()!, body.GetProperty("visitorToken").GetString()!);
    }

    private static async Task Post(HttpClient http, string id, string token, string clientMessageId, string text)
    {
        using var post = Request(HttpMethod.Post, $"/api/conversations/{id}/messages", token);
        post.Content = JsonContent.Create(new { clientMessageId, text });
        using var accepted = await http.SendAsync(post);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    /// <summary>The events after a number up to the assistant's next message, and that message.</summary>
    private static async Task<(List<JsonElement> Events, JsonElement Answer)> Follow(HttpClient http, string id, string token, long after = 0)
    {
        using var get = Request(HttpMethod.Get, $"/api/conversations/{id}/events?after={after}", token);
        using var timeout = new CancellationTokenSource(Limit);
        using var response = await http.SendAsync(get, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(timeout.Token);
        var events = new List<JsonElement>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(timeout.Token))
        {
            var e = JsonSerializer.Deserialize<JsonElement>(item.Data);
            if (!e.TryGetProperty("seq", out _)) continue;
            events.Add(e);
            if (item.EventType == "message-posted" && e.GetProperty("data").GetProperty("role").GetString() == "assistant")
                return (events, e.GetProperty("data"));
        }

        throw new InvalidDataException("The stream ended without an answer.");
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string token) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
}
