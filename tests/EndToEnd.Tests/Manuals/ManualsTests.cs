using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportPlatform.Testing;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.EndToEnd.Tests.Manuals;

/// <summary>
/// Real product manuals and real questions: each gets a cited answer over HTTP, server-sent events and SignalR, and it
/// is the same answer.
/// </summary>
public sealed class ManualsTests(ITestOutputHelper output)
{
    // Of the development rows all are right today; what falls below this is a regression.
    private const double LeastRight = 0.9;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task Questions_OverEachSurface_GetStreamedCitedAnswers()
    {
        var folder = DataSets.Require("kb_products");
        var questions = DataSets.RequireLines("product_qa", "questions.jsonl").Where(IsAboutMarkdown).ToList();
        await using var silo = await SiloProcess.Start(
            $"Knowledge:Folder={folder}", "Model:Builtin:WordsPerSecond=0", "Conversations:StartDelay=00:00:00",
            "Conversations:JoinWindow=00:00:00", "RateLimits:VisitorBurst=0", "RateLimits:SocketBurst=0");
        using var http = new HttpClient { BaseAddress = silo.Address, Timeout = Limit };
        var right = new Dictionary<string, int> { ["http"] = 0, ["events"] = 0, ["hub"] = 0 };
        foreach (var question in questions)
        {
            var text = question.GetProperty("question").GetString()!;
            foreach (var (surface, ask) in new (string, Func<HttpClient, string, Task<JsonElement>>)[] { ("http", OverHttp), ("events", OverEvents), ("hub", OverHub) })
            {
                var answer = await ask(http, text);
                if (IsRight(question, answer)) right[surface]++;
                else output.WriteLine($"{surface}: {text} => {answer.GetProperty("text")}");
            }
        }

        output.WriteLine($"{questions.Count} questions: {string.Join(", ", right.Select(r => $"{r.Key} {r.Value}"))}");
        Assert.True(questions.Count > 15);
        Assert.All(right.Values, count => Assert.True(count >= LeastRight * questions.Count, $"{count} of {questions.Count}"));
    }

    private static bool IsAboutMarkdown(JsonElement question) =>
        question.GetProperty("answerable").GetBoolean() &&
        question.GetProperty("expected_sources").EnumerateArray().All(s => s.GetString()!.EndsWith(".md", StringComparison.Ordinal));

    private static bool IsRight(JsonElement question, JsonElement answer)
    {
        var text = answer.GetProperty("text").GetString()!.Normalize(NormalizationForm.FormKC);
        var sources = answer.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("source").GetString()).ToHashSet();
        return question.GetProperty("expected_sources").EnumerateArray().All(s => sources.Contains(s.GetString())) &&
            question.GetProperty("must").EnumerateArray().All(m => Regex.IsMatch(text, m.GetString()!, RegexOptions.IgnoreCase, Limit));
    }

    private static async Task<(string Id, string Token)> Open(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync("/api/stores/demo/conversations", new { });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("conversationId").GetString()!, body.GetProperty("visitorToken").GetString()!);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string token, object? body = null) => new(method, path)
    {
        Headers = { Authorization = new("Bearer", token) },
        Content = body is null ? null : JsonContent.Create(body),
    };

    private static async Task<JsonElement> OverHttp(HttpClient http, string text)
    {
        var (id, token) = await Open(http);
        using var post = Request(HttpMethod.Post, $"/api/conversations/{id}/messages", token, new { clientMessageId = "1", text });
        using var accepted = await http.SendAsync(post);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        using var timeout = new CancellationTokenSource(Limit);
        while (true)
        {
            using var get = Request(HttpMethod.Get, $"/api/conversations/{id}/messages?after=0", token);
            using var response = await http.SendAsync(get, timeout.Token);
            var page = await response.Content.ReadFromJsonAsync<JsonElement>(timeout.Token);
            var answer = page.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("data")).FirstOrDefault(IsAnswer);
            if (answer.ValueKind == JsonValueKind.Object) return answer;
            await Task.Delay(20, timeout.Token);
        }
    }

    private static async Task<JsonElement> OverEvents(HttpClient http, string text)
    {
        var (id, token) = await Open(http);
        using var post = Request(HttpMethod.Post, $"/api/conversations/{id}/messages", token, new { clientMessageId = "1", text });
        using var accepted = await http.SendAsync(post);
        using var get = Request(HttpMethod.Get, $"/api/conversations/{id}/events", token);
        using var timeout = new CancellationTokenSource(Limit);
        using var response = await http.SendAsync(get, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(timeout.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(timeout.Token))
        {
            if (item.EventType != "message-posted") continue;
            var data = JsonSerializer.Deserialize<JsonElement>(item.Data).GetProperty("data");
            if (IsAnswer(data)) return data;
        }

        throw new InvalidDataException("The stream ended without an answer.");
    }

    private static async Task<JsonElement> OverHub(HttpClient http, string text)
    {
        var (id, token) = await Open(http);
        using var timeout = new CancellationTokenSource(Limit);
        await using var hub = await HubClient.Connect(new Uri(http.BaseAddress!, "/hubs/chat"), token);
        await hub.Invoke("join", new { conversationId = id, after = 0 });
        await hub.Invoke("send_message", new { content = text, clientMessageId = "1" });
        while (true)
        {
            var e = await hub.Next("event", timeout.Token);
            if (e.GetProperty("type").GetString() == "message-posted" && IsAnswer(e.GetProperty("data"))) return e.GetProperty("data");
        }
    }

    private static bool IsAnswer(JsonElement message) => message.GetProperty("role").GetString() == "assistant";
}
