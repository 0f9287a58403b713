using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>
/// The server's side of a chat as a test wants it, in place of the real one: for states that take long to come about, and
/// for text that no real server would send.
/// </summary>
internal sealed class ScriptedChat
{
    private const string Separator = "\u001e";
    private const string Turn = "turn";

    // One grey pixel.
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private readonly List<JsonObject> _log = [];
    private readonly List<IWebSocketRoute> _sockets = [];
    private readonly JsonObject _profile;
    private int _seq;
    private int _attachments;

    private ScriptedChat(JsonObject profile) => _profile = profile;

    /// <summary>How the posting of messages is answered: a status and a code, or null for being taken.</summary>
    public (int Status, string Code)? Refusal { get; set; }

    /// <summary>How many windows of earlier events were read.</summary>
    public int Reads { get; private set; }

    /// <summary>What was posted to forms and ratings.</summary>
    public List<string> Posted { get; } = [];

    /// <summary>A store's profile; what is given replaces or adds to it.</summary>
    public static JsonObject Profile(object? more = null)
    {
        var profile = new JsonObject
        {
            ["id"] = "demo",
            ["name"] = "Kestrel Coffee Works",
            ["assistantName"] = "Robin",
            ["locale"] = "en",
            ["greeting"] = "Hello, I am Robin. Ask me about our machines, beans and orders.",
            ["starterQuestions"] = new JsonArray("How do I descale the K1?", "Can I pause my subscription?"),
        };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject()) profile[name] = value?.DeepClone();
        return profile;
    }

    /// <summary>Takes the server's place for a page that is not loaded yet.</summary>
    public static async Task<ScriptedChat> Serve(IPage page, object? profile = null)
    {
        var chat = new ScriptedChat(Profile(profile));
        await page.RouteAsync("**/api/**", chat.Answer);
        await page.RouteWebSocketAsync("**/hubs/chat", chat.Connect);
        return chat;
    }

    /// <summary>Adds an event to the log and sends it.</summary>
    public void Tell(string type, object data, string? at = null)
    {
        var e = new JsonObject
        {
            ["seq"] = ++_seq,
            ["type"] = type,
            ["at"] = at ?? DateTimeOffset.UtcNow.ToString("O"),
            ["data"] = JsonSerializer.SerializeToNode(data),
        };
        _log.Add(e);
        Send("event", e);
    }

    /// <summary>Somebody says something.</summary>
    public void Say(string role, string text, object? more = null, string? at = null)
    {
        var data = new JsonObject { ["messageId"] = $"m{_seq}", ["role"] = role, ["text"] = text };
        if (role == "assistant") data["author"] = "Robin";
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject()) data[name] = value?.DeepClone();
        Tell("message-posted", data, at);
    }

    /// <summary>The answer is being written.</summary>
    public void Begin() => Tell("turn-started", new { turnId = Turn });

    /// <summary>What is being done for it.</summary>
    public void Do(string status) => Send("status", new JsonObject { ["turnId"] = Turn, ["status"] = status });

    /// <summary>More of it.</summary>
    public void Write(int offset, string text) =>
        Send("response_chunk", new JsonObject { ["turnId"] = Turn, ["offset"] = offset, ["chunk"] = text });

    /// <summary>A person types.</summary>
    public void Type() => Send("typing", new JsonObject { ["isTyping"] = true, ["isHuman"] = true });

    /// <summary>Ends the connection.</summary>
    public async Task Drop()
    {
        foreach (var socket in _sockets.ToArray()) await socket.CloseAsync();
        _sockets.Clear();
    }

    private void Connect(IWebSocketRoute socket) => socket.OnMessage(frame =>
    {
        foreach (var message in (frame.Text ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            var call = JsonNode.Parse(message)!.AsObject();
            if (call.ContainsKey("protocol")) socket.Send("{}" + Separator);
            if (call["invocationId"] is not { } id) continue;
            var target = call["target"]!.GetValue<string>();
            var argument = target is "join" or "read" ? call["arguments"]![0]! : null;
            var after = argument?["after"]!.GetValue<int>() ?? 0;
            if (target == "join" && after == 0) after = Math.Max(0, _seq - argument!["last"]!.GetValue<int>());
            var result = new JsonObject { ["status"] = "open", ["lastSeq"] = _seq, ["after"] = after };
            if (target == "read")
            {
                Reads++;
                var through = after + argument!["limit"]!.GetValue<int>();
                result["events"] = new JsonArray([.. _log.Where(e => e["seq"]!.GetValue<int>() > after && e["seq"]!.GetValue<int>() <= through).Select(e => e.DeepClone())]);
            }

            socket.Send(new JsonObject { ["type"] = 3, ["invocationId"] = id.DeepClone(), ["result"] = result }.ToJsonString() + Separator);
            if (target != "join") continue;
            _sockets.Add(socket);
            foreach (var e in _log.Where(e => e["seq"]!.GetValue<int>() > after)) socket.Send(Frame("event", e));
        }
    });

    private async Task Answer(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        var body = route.Request.PostData ?? "";
        if (path.EndsWith("/profile", StringComparison.Ordinal))
        {
            await Reply(route, 200, _profile);
        }
        else if (path.EndsWith("/faqs", StringComparison.Ordinal))
        {
            await Reply(route, 200, _profile["faqs"]?.DeepClone() ?? new JsonObject { ["categories"] = new JsonArray() });
        }
        else if (path.EndsWith("/conversations", StringComparison.Ordinal))
        {
            await Reply(route, 201, new JsonObject { ["conversationId"] = "c", ["visitorToken"] = "t", ["seq"] = 0 });
        }
        else if (path.EndsWith("/attachments", StringComparison.Ordinal) || path.EndsWith("/addresses", StringComparison.Ordinal))
        {
            Posted.Add($"{path} {body}");
            await Reply(route, 201, new JsonObject { ["attachmentId"] = $"a{++_attachments}", ["status"] = "queued" });
        }
        else if (path.EndsWith("/transcriptions", StringComparison.Ordinal))
        {
            await Reply(route, 200, new JsonObject { ["text"] = "How do I descale it?" });
        }
        else if (path.EndsWith("/content", StringComparison.Ordinal))
        {
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "image/png", BodyBytes = Convert.FromBase64String(Pixel) });
        }
        else if (path.EndsWith("/messages", StringComparison.Ordinal) && Refusal is { } refusal)
        {
            await Reply(route, refusal.Status, new JsonObject { ["code"] = refusal.Code });
        }
        else if (path.EndsWith("/messages", StringComparison.Ordinal))
        {
            var message = JsonNode.Parse(body)!;
            Posted.Add($"{path} {body}");
            var attachments = message["attachments"]?.AsArray().Select(a => Attachment(a!.GetValue<string>())).ToArray() ?? [];
            Say("customer", message["text"]!.GetValue<string>(), new { clientMessageId = message["clientMessageId"]!.GetValue<string>(), attachments });
            await Reply(route, 202, new JsonObject { ["seq"] = _seq, ["duplicate"] = false });
        }
        else
        {
            Posted.Add($"{path} {body}");
            await Reply(route, 200, new JsonObject { ["changed"] = true });
        }
    }

    /// <summary>The first is a picture, the others are files.</summary>
    private static object Attachment(string id) => id == "a1"
        ? new { attachmentId = id, kind = "image", name = "leak.png", mediaType = "image/png", bytes = 70 }
        : new { attachmentId = id, kind = "file", name = "invoice.pdf", mediaType = "application/pdf", bytes = 123_456 };

    private static Task Reply(IRoute route, int status, JsonNode body) => route.FulfillAsync(new RouteFulfillOptions
    {
        Status = status,
        ContentType = "application/json",
        Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        Body = body.ToJsonString(),
    });

    private void Send(string target, JsonObject argument)
    {
        foreach (var socket in _sockets) socket.Send(Frame(target, argument));
    }

    private static string Frame(string target, JsonObject argument) =>
        new JsonObject { ["type"] = 1, ["target"] = target, ["arguments"] = new JsonArray(argument.DeepClone()) }.ToJsonString() + Separator;
}
