using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>
/// The attachments of one conversation, for whoever may have the conversation. The key is the conversation's
/// <see cref="ConversationKey"/>; errors are <see cref="SupportException"/>.
/// </summary>
[Alias("support.conversations.IAttachmentsGrain")]
public interface IAttachmentsGrain : IGrainWithStringKey
{
    /// <summary>Takes a piece of a file of at most <see cref="Limits.AttachmentBytes"/>. What is not added within a day is thrown away.</summary>
    [Alias("Upload")]
    Task Upload(UploadChunk chunk, CancellationToken cancellationToken = default);

    /// <summary>Throws away an upload that will not be added.</summary>
    [Alias("Discard")]
    Task Discard(Guid upload, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes an uploaded file an attachment, to be read in the background. A repeated
    /// <see cref="AddAttachment.ClientAttachmentId"/> returns the first.
    /// </summary>
    [Alias("Add")]
    Task<AttachmentView> Add(AddAttachment attachment, CancellationToken cancellationToken = default);

    /// <summary>Makes an address an attachment, to be fetched in the background.</summary>
    [Alias("AddAddress")]
    Task<AttachmentView> AddAddress(AddAddress address, CancellationToken cancellationToken = default);

    /// <summary>All attachments, oldest first.</summary>
    [Alias("List")]
    Task<AttachmentList> List(CancellationToken cancellationToken = default);

    /// <summary>Removes an attachment with its text and bytes. One that was sent with a message is removed by staff alone.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AttachmentNotFound"/>, <see cref="ProblemCodes.AttachmentSent"/>.</exception>
    [Alias("Delete")]
    Task Delete(string attachmentId, CancellationToken cancellationToken = default);

    /// <summary>A piece of an attachment's bytes.</summary>
    /// <param name="attachmentId">Which.</param>
    /// <param name="offset">Where the piece begins, in bytes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AttachmentNotFound"/>, also for a page, which has no bytes here.</exception>
    [Alias("Read")]
    Task<AttachmentPiece> Read(string attachmentId, long offset, CancellationToken cancellationToken = default);
}
