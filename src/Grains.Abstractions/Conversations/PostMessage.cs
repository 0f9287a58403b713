namespace SupportPlatform.Conversations;

/// <summary>A customer's message.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.post-message")]
public sealed record PostMessage
{
    /// <summary>The client's own id of the message, 1 to 100 characters; repeating it posts nothing new.</summary>
    [Id(0)] public required string ClientMessageId { get; init; }

    /// <summary>The text, 1 to 8,000 UTF-16 units, not only white space; stored and returned unchanged.</summary>
    [Id(1)] public required string Text { get; init; }
}
