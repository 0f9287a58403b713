namespace SupportPlatform.Conversations.Staff;

/// <summary>What <c>close</c> is called with.</summary>
internal sealed record ConversationRequest
{
    /// <summary>The conversation's public id.</summary>
    public string? ConversationId { get; init; }
}
