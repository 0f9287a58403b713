using System.Text.Json;

namespace SupportPlatform.Fakes;

/// <summary>A server-sent event.</summary>
internal sealed record ServerEvent(string? Id, string Name, string Data)
{
    /// <summary>The data as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Data).RootElement;
}
