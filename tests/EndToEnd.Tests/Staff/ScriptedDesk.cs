using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace SupportPlatform.EndToEnd.Tests.Staff;

/// <summary>
/// The server's side of a console with one waiting conversation, as a test wants it: for states that take long to come
/// about, and for colleagues who are not there.
/// </summary>
internal sealed class ScriptedDesk
{
    private const string Separator = "\u001e";
    private const string Conversation = "c1";

    private readonly List<JsonObject> _log = [];
    private readonly List<IWebSocketRoute> _sockets = [];
    private readonly JsonObject _line = new()
    {
        ["conversationId"] = Conversation,
        ["status"] = "waiting",
        ["contactId"] = "maya",
        ["contactName"] = "Maya Okafor",
        ["channel"] = "widget",
        ["desk"] = "main",
        ["priority"] = "high",
        ["tags"] = new JsonArray("k1"),
        ["isSpam"] = false,
        ["startedAt"] = Now(),
    };

    private bool _isSignedIn;

    private ScriptedDesk() => Say("customer", "The light blinks and it smells of burning.");

    /// <summary>Who has the floor already when somebody claims it; null: the one who claims gets it.</summary>
    public string? Faster { get; set; }

    /// <summary>What was posted, each with its path.</summary>
    public List<string> Posted { get; } = [];

    /// <summary>Takes the server's place for a page that is not loaded yet.</summary>
    public static async Task<ScriptedDesk> Serve(IPage page)
    {
        var desk = new ScriptedDesk();
        await page.RouteAsync("**/api/**", desk.Answer);
        await page.RouteWebSocketAsync("**/hubs/staff", desk.Connect);
        return desk;
    }

    /// <summary>Somebody says something.</summary>
    public void Say(string role, string text, string? clientMessageId = null) => Tell(
        "message-posted",
        new { messageId = $"m{_log.Count}", role, text, author = role == "agent" ? "Ada" : null, clientMessageId, turnId = role == "assistant" ? "t1" : null });

    /// <summary>Adds an event to the log and sends it with the line as it is then.</summary>
    public void Tell(string type, object data)
    {
        var e = new JsonObject { ["seq"] = _log.Count + 1, ["type"] = type, ["at"] = Now(), ["data"] = JsonSerializer.SerializeToNode(data) };
        _log.Add(e);
        _line["lastSeq"] = _log.Count;
        _line["updatedAt"] = Now();
        if (type == "message-posted") _line["lastMessage"] = new JsonObject { ["role"] = e["data"]!["role"]!.DeepClone(), ["text"] = e["data"]!["text"]!.DeepClone(), ["at"] = Now() };
        Send("event", With(e));
        Send("lines", new JsonObject { ["store"] = "demo", ["lines"] = new JsonArray(_line.DeepClone()) });
    }

    /// <summary>A live frame of the conversation.</summary>
    public void Live(string target, object frame) => Send(target, With(JsonSerializer.SerializeToNode(frame)!.AsObject()));

    /// <summary>Ends the connection; nobody hears what happens meanwhile.</summary>
    public async Task Drop(Action meanwhile)
    {
        var sockets = _sockets.ToArray();
        _sockets.Clear();
        meanwhile();
        foreach (var socket in sockets) await socket.CloseAsync();
    }

    private void Connect(IWebSocketRoute socket) => socket.OnMessage(frame =>
    {
        foreach (var message in (frame.Text ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            var call = JsonNode.Parse(message)!.AsObject();
            if (call.ContainsKey("protocol")) socket.Send("{}" + Separator);
            if (call["invocationId"] is not { } id) continue;
            var target = call["target"]!.GetValue<string>();
            if (target == "watch") _sockets.Add(socket);
            if (target == "open")
            {
                var after = call["arguments"]![0]!["after"]!.GetValue<int>();
                foreach (var e in _log.Where(e => e["seq"]!.GetValue<int>() > after)) socket.Send(Frame("event", With(e)));
            }

            JsonNode result = target switch
            {
                "watch" => new JsonObject { ["counts"] = Counts(), ["agents"] = new JsonArray(Me()), ["me"] = Me() },
                "open" => new JsonObject { ["line"] = _line.DeepClone(), ["lastSeq"] = _log.Count, ["viewers"] = new JsonArray() },
                _ => Me(),
            };
            socket.Send(new JsonObject { ["type"] = 3, ["invocationId"] = id.DeepClone(), ["result"] = result }.ToJsonString() + Separator);
        }
    });

    private Task Answer(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        var body = JsonNode.Parse(route.Request.PostData ?? "{}")!;
        if (route.Request.Method != "GET") Posted.Add(path);
        switch (path)
        {
            case "/api/session" when route.Request.Method == "POST":
                _isSignedIn = body["password"]!.GetValue<string>() == "a long password";
                return _isSignedIn ? Reply(route, 200, Session()) : Refuse(route, 401, "sign_in_failed");
            case "/api/session":
                return _isSignedIn ? Reply(route, 200, Session()) : Refuse(route, 401, "session_missing");
            case "/api/stores/demo/conversations":
                return Reply(route, 200, new JsonObject { ["conversations"] = new JsonArray(_line.DeepClone()) });
            case $"/api/conversations/{Conversation}/claim" when Faster is { } name:
                return Reply(route, 200, new JsonObject { ["won"] = false, ["agentId"] = "ben", ["agentName"] = name, ["seq"] = _log.Count });
            case $"/api/conversations/{Conversation}/claim":
                (_line["status"], _line["agentId"], _line["agentName"]) = ("with-agent", "ada", "Ada");
                Tell("agent-joined", new { agentId = "ada", agentName = "Ada" });
                return Reply(route, 200, new JsonObject { ["won"] = true, ["agentId"] = "ada", ["agentName"] = "Ada", ["seq"] = _log.Count });
            case $"/api/conversations/{Conversation}/agent-messages":
                Say("agent", body["text"]!.GetValue<string>(), body["clientMessageId"]!.GetValue<string>());
                return Reply(route, 202, new JsonObject { ["seq"] = _log.Count, ["duplicate"] = false });
            case $"/api/conversations/{Conversation}/drafts/d1:approve":
                Say("assistant", "Please unplug it.");
                return Reply(route, 200, new JsonObject { ["changed"] = true });
            default:
                return Refuse(route, 404, "not_found");
        }
    }

    private static JsonObject Session() => new()
    {
        ["email"] = "ada@example.com",
        ["name"] = "Ada Lovelace",
        ["csrf"] = "token",
        ["twoFactor"] = false,
        ["stores"] = new JsonArray(new JsonObject { ["store"] = "demo", ["name"] = "Kestrel Coffee", ["agentId"] = "ada", ["agentName"] = "Ada", ["role"] = "agent" }),
    };

    private static JsonObject Me() => new()
    {
        ["agentId"] = "ada",
        ["profile"] = new JsonObject { ["name"] = "Ada", ["role"] = "agent", ["slots"] = 4 },
        ["presence"] = "online",
        ["conversations"] = 0,
    };

    private static JsonObject Counts() => new()
    {
        ["mine"] = 0,
        ["waiting"] = 1,
        ["unassigned"] = 1,
        ["assistant"] = 0,
        ["others"] = 0,
        ["all"] = 1,
        ["snoozed"] = 0,
        ["mentions"] = 0,
    };

    private static JsonObject With(JsonObject frame)
    {
        var whole = frame.DeepClone().AsObject();
        whole["conversationId"] = Conversation;
        return whole;
    }

    private static string Now() => DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);

    private static Task Refuse(IRoute route, int status, string code) => Reply(route, status, new JsonObject { ["code"] = code });

    private static Task Reply(IRoute route, int status, JsonNode body) =>
        route.FulfillAsync(new RouteFulfillOptions { Status = status, ContentType = "application/json", Body = body.ToJsonString() });

    private void Send(string target, JsonObject argument)
    {
        foreach (var socket in _sockets) socket.Send(Frame(target, argument));
    }

    private static string Frame(string target, JsonObject argument) =>
        new JsonObject { ["type"] = 1, ["target"] = target, ["arguments"] = new JsonArray(argument.DeepClone()) }.ToJsonString() + Separator;
}
