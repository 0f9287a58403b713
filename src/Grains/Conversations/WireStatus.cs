namespace SupportPlatform.Conversations;

/// <summary>The names of a conversation's status, in the database and on the wire.</summary>
internal static class WireStatus
{
    /// <summary>The name.</summary>
    public static string Of(ConversationStatus status) => status switch
    {
        ConversationStatus.Open => "open",
        ConversationStatus.Waiting => "waiting",
        ConversationStatus.WithAgent => "with-agent",
        ConversationStatus.Resolved => "resolved",
    };
}
