using System.Collections.Immutable;

namespace SupportPlatform.Conversations.Chat;

/// <summary>What <c>send_message</c> is called with. What is missing is refused by the conversation, with its code.</summary>
internal sealed record SendMessageRequest
{
    /// <summary>The text.</summary>
    public string Content { get; init; } = "";

    /// <summary>The client's own id of the message; repeating it posts nothing new.</summary>
    public string ClientMessageId { get; init; } = "";

    /// <summary>The ids of at most 5 attachments of the conversation.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];
}
