using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>Somebody wrote into a resolved conversation, or staff opened it again.</summary>
internal sealed record Reopened : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.Reopened;

    /// <summary>More for staff alone; null where the customer wrote.</summary>
    [JsonIgnore]
    public ReopenDetails? Details { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override object? StaffData => Details;

    /// <summary>The event where staff do it, as far as it is known who.</summary>
    public static Reopened ByStaff(StaffMember? by) => new() { Details = by is null ? null : new ReopenDetails(by) };
}
