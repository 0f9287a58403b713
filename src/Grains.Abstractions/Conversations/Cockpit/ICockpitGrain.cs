namespace SupportPlatform.Conversations;

/// <summary>
/// What staff do to the assistant of a conversation, and what they learn of it; the same grain as
/// <see cref="IConversationGrain"/>, under the same key. Errors are <see cref="SupportException"/>.
/// </summary>
[Alias("support.conversations.ICockpitGrain")]
public interface ICockpitGrain : IGrainWithStringKey
{
    /// <summary>
    /// Guides the assistant for the rest of the conversation. A turn of which nothing has been shown begins anew with it.
    /// </summary>
    [Alias("Whisper")]
    Task<PostReceipt> Whisper(PostAgentMessage command, CancellationToken cancellationToken = default);

    /// <summary>Says whether answers wait for approval in this conversation; false when that held already.</summary>
    [Alias("SetApproval")]
    Task<bool> SetApproval(SetApproval command, CancellationToken cancellationToken = default);

    /// <summary>Sends a draft; false when it is decided already, or stale.</summary>
    [Alias("ApproveDraft")]
    Task<bool> ApproveDraft(ApproveDraft command, CancellationToken cancellationToken = default);

    /// <summary>Refuses a draft; false when it is decided already, or stale.</summary>
    [Alias("RejectDraft")]
    Task<bool> RejectDraft(RejectDraft command, CancellationToken cancellationToken = default);

    /// <summary>What somebody who takes over wants to know.</summary>
    [AlwaysInterleave]
    [Alias("GetBrief")]
    Task<ConversationBrief> GetBrief(CancellationToken cancellationToken = default);
}
