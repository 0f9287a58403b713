using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The conversation is closed until somebody writes again.</summary>
internal sealed record Resolved : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Resolved;

    /// <summary>Who resolved it: <c>customer</c>, <c>staff</c> or <c>system</c>.</summary>
    public required string By { get; init; }
}
