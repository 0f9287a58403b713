using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>People did not keep what the store promises; once for each clock.</summary>
internal sealed record SlaBreached : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.SlaBreached;

    /// <summary>One of <see cref="SlaClocks"/>.</summary>
    public required string Clock { get; init; }

    /// <summary>The name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>By when it had to be.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
