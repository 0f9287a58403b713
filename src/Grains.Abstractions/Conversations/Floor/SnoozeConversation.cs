namespace SupportPlatform.Conversations;

/// <summary>
/// Puts a conversation aside until a time, out of lists and queues. A message of the customer wakes it at once; whoever has
/// the floor keeps it, with the slot.
/// </summary>
[GenerateSerializer, Immutable, Alias("support.conversations.snooze-conversation")]
public sealed record SnoozeConversation
{
    /// <summary>Until when, at most a year from now; null wakes it.</summary>
    [Id(0)] public DateTimeOffset? Until { get; init; }

    /// <summary>Who does it; left out by staff who have signed in.</summary>
    [Id(1)] public StaffMember? By { get; init; }
}
