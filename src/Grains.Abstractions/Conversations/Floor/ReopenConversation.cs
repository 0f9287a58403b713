namespace SupportPlatform.Conversations;

/// <summary>Opens a resolved conversation again.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.reopen-conversation")]
public sealed record ReopenConversation
{
    /// <summary>Who does it; left out by staff who have signed in.</summary>
    [Id(0)] public StaffMember? By { get; init; }
}
