using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Wire;

/// <summary>An event as it goes over the wire.</summary>
public sealed record WireEvent
{
    /// <summary>The event's number within its conversation.</summary>
    public required long Seq { get; init; }

    /// <summary>What happened, as <c>message-posted</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The data of its type: a JSON object.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public required string Data { get; init; }

    /// <summary>The wire form of a logged event.</summary>
    public static WireEvent Of(LoggedEvent e) => new() { Seq = e.Seq, Type = e.Type, At = e.At.UtcDateTime, Data = e.Data };
}
