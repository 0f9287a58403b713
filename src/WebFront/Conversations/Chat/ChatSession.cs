using SupportPlatform.Conversations.Relay;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Chat;

/// <summary>What a socket has joined.</summary>
internal sealed record ChatSession(ConversationKey Key, Caller Caller, ConversationRelay Relay, RelaySubscriber Subscriber)
{
    /// <summary>Whether the visitor was last said to be typing.</summary>
    public bool IsTyping { get; set; }
}
