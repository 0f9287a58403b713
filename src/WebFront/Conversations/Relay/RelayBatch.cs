using System.Collections.Immutable;
using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations.Relay;

/// <summary>What a subscriber is sent next: everything that it lacks at this moment, in this order.</summary>
internal readonly record struct RelayBatch
{
    /// <summary>Events, oldest first.</summary>
    public ReadOnlyMemory<RelayableEvent> Events { get; init; }

    /// <summary>Who began or stopped typing, by role; most often nobody.</summary>
    public TypingChange[]? Typing { get; init; }

    /// <summary>Who of the staff has it open, where that has changed.</summary>
    public ImmutableArray<Viewer>? Viewers { get; init; }

    /// <summary>The conversation in short, where that has changed; for staff.</summary>
    public ConversationBrief? Brief { get; init; }

    /// <summary>What the running turn found and decided; for staff.</summary>
    public TurnFinding? Finding { get; init; }

    /// <summary>What the running turn does, where that has changed.</summary>
    public TurnNote? Status { get; init; }

    /// <summary>Text of the running turn.</summary>
    public RelayChunk? Chunk { get; init; }

    /// <summary>Whether so much time has passed that a quiet stream wants a sign of life.</summary>
    public bool Heartbeat { get; init; }

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => Events.IsEmpty && Typing is null && Viewers is null && Brief is null && Finding is null && Status is null &&
        Chunk is null && !Heartbeat;
}
