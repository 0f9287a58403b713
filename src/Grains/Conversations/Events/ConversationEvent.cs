using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The typed form of an event, as the rules make it; the log keeps its JSON.</summary>
internal abstract record ConversationEvent
{
    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public abstract string Type { get; }

    /// <summary>What tells a repetition of it: the client's own id of a message or note; null for what is never repeated.</summary>
    [JsonIgnore]
    public virtual string? PostedAs => null;

    /// <summary>What staff alone may know of it; null for nothing.</summary>
    [JsonIgnore]
    public virtual object? StaffData => null;
}
