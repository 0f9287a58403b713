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

    /// <summary>The status of a name.</summary>
    public static ConversationStatus Parse(string name) => Enum.GetValues<ConversationStatus>().First(s => Of(s) == name);
}
