namespace SupportPlatform.Conversations;

/// <summary>A conversation that has begun.</summary>
public sealed record ConversationStartedBody
{
    /// <summary>The conversation's id, for all further requests.</summary>
    public required string ConversationId { get; init; }

    /// <summary>
    /// The visitor's token, good for all conversations of this contact: the one that came with the request, or a new one
    /// for 30 days.
    /// </summary>
    public required string VisitorToken { get; init; }

    /// <summary>The number of the conversation's first event.</summary>
    public required long Seq { get; init; }
}
