namespace SupportPlatform.Conversations;

/// <summary>
/// Says that a conversation is spam, or that it is none. In spam the assistant does not answer and nobody is wanted; whoever
/// has the floor leaves, and the customer's messages are refused (<see cref="ProblemCodes.ConversationBlocked"/>). What was owed
/// then is owed again when it turns out to be none.
/// </summary>
[GenerateSerializer, Immutable, Alias("support.conversations.mark-spam")]
public sealed record MarkSpam
{
    /// <summary>Whether it is.</summary>
    [Id(0)] public required bool IsSpam { get; init; }

    /// <summary>Who says so; left out by staff who have signed in.</summary>
    [Id(1)] public StaffMember? By { get; init; }
}
