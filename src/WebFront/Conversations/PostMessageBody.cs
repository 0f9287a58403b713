namespace SupportPlatform.Conversations;

/// <summary>A customer's message.</summary>
public sealed record PostMessageBody
{
    /// <summary>The client's own id of the message, 1 to 100 characters; repeating it posts nothing new.</summary>
    public required string ClientMessageId { get; init; }

    /// <summary>The text, 1 to 8,000 UTF-16 units, not only white space.</summary>
    public required string Text { get; init; }
}
