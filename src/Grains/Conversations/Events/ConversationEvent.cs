namespace SupportPlatform.Conversations.Events;

/// <summary>The typed form of an event, as the rules make it; the log keeps its JSON.</summary>
internal abstract record ConversationEvent
{
    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public abstract string Type { get; }
}
