using System.Collections.Immutable;
using System.Text.Json;

namespace SupportPlatform.Conversations.Wire;

/// <summary>What the front end needs to know of a message; everything else passes through unread.</summary>
internal sealed record MessageFacts(string Role, string? TurnId, string Text, ImmutableArray<string> Actions, bool HandedOff)
{
    /// <summary>Reads the data of a <see cref="EventTypes.MessagePosted"/>.</summary>
    public static MessageFacts Read(string data)
    {
        using var document = JsonDocument.Parse(data);
        var root = document.RootElement;
        return new(
            Find(root, "role") ?? "",
            Find(root, "turnId"),
            Find(root, "text") ?? "",
            root.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array
                ? [.. actions.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)]
                : [],
            root.TryGetProperty("handedOff", out var handedOff) && handedOff.ValueKind == JsonValueKind.True);
    }

    private static string? Find(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
