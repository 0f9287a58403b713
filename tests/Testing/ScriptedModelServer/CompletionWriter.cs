using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SupportPlatform.Testing;

/// <summary>Writes one scripted answer.</summary>
internal static class CompletionWriter
{
    private const string Id = "chatcmpl-scripted";

    /// <summary>Answers a request as its script says.</summary>
    public static async Task Write(HttpContext context, ModelRequest request, ModelScript script)
    {
        if (script.StallAfter == 0) await Stall(context, script);
        if (script.Status != 200) await Error(context, script);
        else if (script.Garbage is { } garbage) await Garbage(context, request, garbage);
        else if (IsStreamed(request)) await Stream(context, request, script);
        else await Whole(context, script);
    }

    private static bool IsStreamed(ModelRequest request) =>
        request.Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    private static Task Stall(HttpContext context, ModelScript script) =>
        (script.Gate ?? Task.Delay(Timeout.Infinite, context.RequestAborted)).WaitAsync(context.RequestAborted);

    private static Task Error(HttpContext context, ModelScript script)
    {
        context.Response.StatusCode = script.Status;
        if (script.RetryAfter is not null) context.Response.Headers.RetryAfter = script.RetryAfter;
        return context.Response.WriteAsJsonAsync(new { error = new { message = "Scripted error.", type = "scripted", code = "scripted" } });
    }

    private static Task Garbage(HttpContext context, ModelRequest request, string garbage)
    {
        context.Response.ContentType = IsStreamed(request) ? "text/event-stream" : "application/json";
        return context.Response.WriteAsync(garbage);
    }

    private static Task Whole(HttpContext context, ModelScript script) => context.Response.WriteAsJsonAsync(new
    {
        id = Id,
        @object = "chat.completion",
        created = 0,
        model = "scripted",
        choices = new[]
        {
            new
            {
                index = 0,
                message = new { role = "assistant", content = script.ToolCalls.IsEmpty ? script.Text : null, tool_calls = Calls(script) },
                finish_reason = script.ToolCalls.IsEmpty ? "stop" : "tool_calls",
            },
        },
        usage = Usage(script),
    });

    private static async Task Stream(HttpContext context, ModelRequest request, ModelScript script)
    {
        context.Response.ContentType = "text/event-stream";
        await Send(context, script, Chunk(new { role = "assistant", content = "" }, null));
        var sent = 0;
        foreach (var delta in Deltas(script))
        {
            if (sent == script.CutAfter)
            {
                if (script.Gate is { } gate) await gate.WaitAsync(context.RequestAborted);
                context.Abort();
                return;
            }

            if (sent > 0 && sent == script.StallAfter) await Stall(context, script);
            await Send(context, script, Chunk(delta, null));
            sent++;
            if (script.Pace > TimeSpan.Zero) await Task.Delay(script.Pace, context.RequestAborted);
        }

        if (script.EndsEarly) return;
        await Send(context, script, Chunk(new { }, script.ToolCalls.IsEmpty ? "stop" : "tool_calls"));
        var wantsUsage = request.Body.TryGetProperty("stream_options", out var options) &&
            options.TryGetProperty("include_usage", out var include) && include.GetBoolean();
        if (wantsUsage) await Send(context, script, new { id = Id, @object = "chat.completion.chunk", created = 0, model = "scripted", choices = Array.Empty<object>(), usage = Usage(script) });
        await SendLine(context, script, "[DONE]");
    }

    // Words of a text; tool calls with their arguments in two pieces.
    private static IEnumerable<object> Deltas(ModelScript script)
    {
        if (script.ToolCalls.IsEmpty)
        {
            foreach (var word in script.Text.Split(' ').Select((w, i) => i == 0 ? w : " " + w))
                yield return new { content = word };
            yield break;
        }

        for (var i = 0; i < script.ToolCalls.Length; i++)
        {
            var (name, arguments) = script.ToolCalls[i];
            var half = arguments.Length / 2;
            yield return new { tool_calls = new[] { new { index = i, id = $"call_{i}", type = "function", function = new { name, arguments = arguments[..half] } } } };
            yield return new { tool_calls = new[] { new { index = i, function = new { arguments = arguments[half..] } } } };
        }
    }

    private static object Chunk(object delta, string? finish) => new
    {
        id = Id,
        @object = "chat.completion.chunk",
        created = 0,
        model = "scripted",
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    };

    private static object? Calls(ModelScript script) => script.ToolCalls.IsEmpty ? null : script.ToolCalls.Select((c, i) => new
    {
        id = $"call_{i}",
        type = "function",
        function = new { name = c.Name, arguments = c.Arguments },
    });

    private static object Usage(ModelScript script) => new
    {
        prompt_tokens = script.PromptTokens,
        completion_tokens = script.CompletionTokens,
        total_tokens = script.PromptTokens + script.CompletionTokens,
    };

    private static Task Send(HttpContext context, ModelScript script, object chunk) =>
        SendLine(context, script, JsonSerializer.Serialize(chunk));

    private static async Task SendLine(HttpContext context, ModelScript script, string data)
    {
        var bytes = Encoding.UTF8.GetBytes($"data: {data}\n\n");
        if (!script.ByteByByte)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            return;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(i, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
