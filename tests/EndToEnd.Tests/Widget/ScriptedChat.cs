using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>The server's side of a chat in place of the real one, for text that no real server would send.</summary>
internal sealed class ScriptedChat
{
    private const string Separator = "\u001e";

    private readonly List<JsonObject> _log = [];
    private readonly List<IWebSocketRoute> _sockets = [];
    private readonly JsonNode _profile;
    private int _seq;

    private ScriptedChat(JsonNode profile) => _profile = profile;

    /// <summary>Takes the server's place for a page that is not loaded yet.</summary>
    public static async Task<ScriptedChat> Serve(IPage page, object profile)
    {
        var chat = new ScriptedChat(JsonSerializer.SerializeToNode(profile)!);
        await page.RouteAsync("**/api/**", chat.Answer);
        await page.RouteWebSocketAsync("**/hubs/chat", chat.Connect);
        return chat;
    }

    /// <summary>Adds an event to the log and sends it.</summary>
    public void Tell(string type, object data)
    {
        var e = new JsonObject
        {
            ["seq"] = ++_seq,
            ["type"] = type,
            ["at"] = DateTimeOffset.UtcNow.ToString("O"),
            ["data"] = JsonSerializer.SerializeToNode(data),
        };
        _log.Add(e);
        foreach (var socket in _sockets) socket.Send(Frame(e));
    }

    /// <summary>Somebody says something.</summary>
    public void Say(string role, string text, object? more = null)
    {
        var data = new JsonObject { ["messageId"] = $"m{_seq}", ["role"] = role, ["text"] = text };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject()) data[name] = value?.DeepClone();
        Tell("message-posted", data);
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
            if (target == "read") result["events"] = new JsonArray([.. _log.Skip(after).Take(argument!["limit"]!.GetValue<int>()).Select(e => e.DeepClone())]);
            socket.Send(new JsonObject { ["type"] = 3, ["invocationId"] = id.DeepClone(), ["result"] = result }.ToJsonString() + Separator);
            if (target != "join") continue;
            _sockets.Add(socket);
            foreach (var e in _log.Skip(after)) socket.Send(Frame(e));
        }
    });

    private Task Answer(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path.EndsWith("/profile", StringComparison.Ordinal)) return Reply(route, 200, _profile);
        if (path.EndsWith("/faqs", StringComparison.Ordinal)) return Reply(route, 200, _profile["faqs"]!);
        if (path.EndsWith("/conversations", StringComparison.Ordinal))
            return Reply(route, 201, new JsonObject { ["conversationId"] = "c", ["visitorToken"] = "t", ["seq"] = 0 });
        if (!path.EndsWith("/messages", StringComparison.Ordinal)) return Reply(route, 200, new JsonObject { ["changed"] = true });
        var message = JsonNode.Parse(route.Request.PostData!)!;
        Say("customer", message["text"]!.GetValue<string>(), new { clientMessageId = message["clientMessageId"]!.GetValue<string>() });
        return Reply(route, 202, new JsonObject { ["seq"] = _seq, ["duplicate"] = false });
    }

    private static Task Reply(IRoute route, int status, JsonNode body) => route.FulfillAsync(new RouteFulfillOptions
    {
        Status = status,
        ContentType = "application/json",
        Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        Body = body.ToJsonString(),
    });

    private static string Frame(JsonObject e) =>
        new JsonObject { ["type"] = 1, ["target"] = "event", ["arguments"] = new JsonArray(e.DeepClone()) }.ToJsonString() + Separator;
}
