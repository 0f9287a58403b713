namespace SupportPlatform.Conversations;

/// <summary>A message whose answer comes in the same response.</summary>
public sealed record AskBody
{
    /// <summary>The text, 1 to 8,000 UTF-16 units, not only white space.</summary>
    public string? Text { get; init; }

    /// <summary>The text under another name, as the hub has it.</summary>
    public string? Content { get; init; }

    /// <summary>The client's own id of the message; without one, a repeated request posts a second message.</summary>
    public string? ClientMessageId { get; init; }
}
