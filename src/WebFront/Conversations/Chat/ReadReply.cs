using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations.Chat;

/// <summary>What <c>read</c> returns.</summary>
internal sealed record ReadReply
{
    /// <summary>Those of the events that customers see, oldest first.</summary>
    public required IReadOnlyList<WireEvent> Events { get; init; }

    /// <summary>The number up to which was looked.</summary>
    public required long Through { get; init; }
}
