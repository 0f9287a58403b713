using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A customer's message.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.post-message")]
public sealed record PostMessage
{
    /// <summary>The client's own id of the message, 1 to 100 characters; repeating it posts nothing new.</summary>
    [Id(0)] public required string ClientMessageId { get; init; }

    /// <summary>
    /// The text, at most 8,000 UTF-16 units; stored and returned unchanged. Only with an attachment may it be empty or white
    /// space.
    /// </summary>
    [Id(1)] public required string Text { get; init; }

    /// <summary>The ids of at most 5 attachments of the conversation that are sent with it.</summary>
    [Id(2)] public ImmutableArray<string> Attachments { get; init; } = [];
}
