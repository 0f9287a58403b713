namespace SupportPlatform.Conversations;

/// <summary>How pressing a conversation is. In a queue each level counts as five minutes of waiting more than the one below.</summary>
[GenerateSerializer, Alias("support.conversations.conversation-priority")]
public enum ConversationPriority
{
    /// <summary>Can wait.</summary>
    Low = -1,

    /// <summary>As most are.</summary>
    Normal = 0,

    /// <summary>Should not wait.</summary>
    High = 1,

    /// <summary>Must not wait; so is everything that was escalated as <see cref="EscalationTypes.Urgent"/>.</summary>
    Urgent = 2,
}
