namespace SupportPlatform.Conversations.Chat;

/// <summary>What <c>send_message</c> is called with.</summary>
internal sealed record SendMessageRequest
{
    /// <summary>The text.</summary>
    public required string Content { get; init; }

    /// <summary>The client's own id of the message; repeating it posts nothing new.</summary>
    public required string ClientMessageId { get; init; }
}
