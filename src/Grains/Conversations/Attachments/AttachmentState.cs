namespace SupportPlatform.Conversations;

/// <summary>How far an attachment that is read has come.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">The revision whose text there is; null as long as there is none.</param>
/// <param name="IsWaiting">Whether it is still to be read.</param>
internal readonly record struct AttachmentState(string Id, long? Revision, bool IsWaiting);
