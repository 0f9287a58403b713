using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A customer's message.</summary>
public sealed record PostMessageBody
{
    /// <summary>The client's own id of the message, 1 to 100 characters; repeating it posts nothing new.</summary>
    public required string ClientMessageId { get; init; }

    /// <summary>The text, at most 8,000 UTF-16 units; only with an attachment may it be empty or white space.</summary>
    public required string Text { get; init; }

    /// <summary>The ids of at most 5 attachments of the conversation.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];
}
