namespace SupportPlatform.Conversations;

/// <summary>Says how pressing a conversation is.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.set-priority")]
public sealed record SetPriority
{
    /// <summary>How pressing.</summary>
    [Id(0)] public required ConversationPriority Priority { get; init; }

    /// <summary>Who says so; left out by staff who have signed in.</summary>
    [Id(1)] public StaffMember? By { get; init; }
}
