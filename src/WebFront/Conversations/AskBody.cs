using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A message whose answer comes in the same response.</summary>
public sealed record AskBody
{
    /// <summary>The text, at most 8,000 UTF-16 units; only with an attachment may it be empty or white space.</summary>
    public string? Text { get; init; }

    /// <summary>The text under another name, as the hub has it.</summary>
    public string? Content { get; init; }

    /// <summary>The client's own id of the message; without one, a repeated request posts a second message.</summary>
    public string? ClientMessageId { get; init; }

    /// <summary>The ids of at most 5 attachments of the conversation.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];
}
