using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Conversations.Events;

namespace SupportPlatform.Conversations;

/// <summary>What the rules want to be appended, as one transaction.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="Dues">The due rows that change with them.</param>
internal sealed record Decision(ImmutableArray<ConversationEvent> Events, ImmutableArray<DueChange> Dues)
{
    /// <summary>The slot of an agent that is taken by it.</summary>
    public AgentSlot? Slot { get; init; }

    /// <summary>Whose conversation it is from here on, where that changes.</summary>
    public string? ContactId { get; init; }

    /// <summary>Nothing happens.</summary>
    public static Decision Nothing { get; } = new([], []);

    /// <summary>Whether nothing happens.</summary>
    public bool IsNothing => Events.IsEmpty && Dues.IsEmpty;
}
