namespace SupportPlatform.Conversations;

/// <summary>Where a conversation stands.</summary>
[GenerateSerializer, Alias("support.conversations.conversation-status")]
public enum ConversationStatus
{
    /// <summary>The assistant has the floor.</summary>
    Open,

    /// <summary>A person is wanted.</summary>
    Waiting,

    /// <summary>A human agent has the floor.</summary>
    WithAgent,

    /// <summary>Closed until somebody writes again.</summary>
    Resolved,
}
