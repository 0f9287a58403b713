namespace SupportPlatform.Conversations;

/// <summary>Who a message is from, as on the wire.</summary>
public static class MessageRole
{
    public const string Customer = "customer";
    public const string Assistant = "assistant";
    public const string Agent = "agent";
    public const string System = "system";
}
