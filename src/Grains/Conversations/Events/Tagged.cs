using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Staff changed the tags; for staff alone.</summary>
internal sealed record Tagged : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Tagged;

    /// <summary>The tags that are new.</summary>
    public required ImmutableArray<string> Added { get; init; }

    /// <summary>The tags that are gone.</summary>
    public required ImmutableArray<string> Removed { get; init; }

    /// <summary>Who did it; null: the platform.</summary>
    public StaffMember? By { get; init; }
}
