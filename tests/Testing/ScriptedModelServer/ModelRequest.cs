using System.Text.Json;

namespace SupportPlatform.Testing;

/// <summary>A request as the <see cref="ScriptedModel"/> got it.</summary>
public sealed class ModelRequest
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ModelRequest(string path, string? authorization, JsonElement body)
    {
        Path = path;
        Authorization = authorization;
        Body = body;
    }

    /// <summary>The path, as <c>/v1/chat/completions</c>.</summary>
    public string Path { get; }

    /// <summary>The header <c>Authorization</c>.</summary>
    public string? Authorization { get; }

    /// <summary>The body.</summary>
    public JsonElement Body { get; }

    /// <summary>Completes when the client closed the request before its end.</summary>
    public Task ClosedByClient => _closed.Task;

    /// <summary>The texts of the messages with a role.</summary>
    public IEnumerable<string> Messages(string role) => Body.GetProperty("messages").EnumerateArray()
        .Where(m => m.GetProperty("role").GetString() == role)
        .Select(m => m.TryGetProperty("content", out var content) ? Text(content) : "");

    internal void Close() => _closed.TrySetResult();

    private static string Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(p => p.GetProperty("text").GetString())),
        _ => "",
    };
}
