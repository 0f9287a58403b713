using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations;

/// <summary>A page of a conversation's messages.</summary>
public sealed record MessagePage
{
    /// <summary>The messages, oldest first: events of type <c>message-posted</c>.</summary>
    public required IReadOnlyList<WireEvent> Messages { get; init; }

    /// <summary>The number to ask for the next page after.</summary>
    public required long Through { get; init; }

    /// <summary>Whether there is more after it.</summary>
    public required bool HasMore { get; init; }
}
