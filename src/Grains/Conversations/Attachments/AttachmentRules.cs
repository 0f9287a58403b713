using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>What attachments must look like.</summary>
internal static class AttachmentRules
{
    /// <summary>Checks a file's name and the client's id.</summary>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static void Check(AddAttachment attachment)
    {
        SourceRules.Check(new AddDocument { Upload = attachment.Upload, FileName = attachment.FileName, Bytes = attachment.Bytes });
        CheckClientId(attachment.ClientAttachmentId);
    }

    /// <summary>Checks a page's address and the client's id.</summary>
    /// <returns>The address in its plain form, without a fragment.</returns>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static string Check(AddAddress address)
    {
        CheckClientId(address.ClientAttachmentId);
        return SourceRules.Check(new AddPage { Url = address.Url });
    }

    /// <summary>Checks that a conversation may have one more.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.TooManyAttachments"/>.</exception>
    public static void CheckRoom(long waiting, long all)
    {
        if (waiting >= Limits.AttachmentsWaiting)
            throw new SupportException(ProblemCodes.TooManyAttachments, $"At most {Limits.AttachmentsWaiting} attachments wait to be sent; send or remove some first.");
        if (all >= Limits.AttachmentsPerConversation)
            throw new SupportException(ProblemCodes.TooManyAttachments, $"A conversation has at most {Limits.AttachmentsPerConversation} attachments.");
    }

    /// <summary>Checks which attachments a message is sent with.</summary>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static void Check(PostMessage command)
    {
        if (command.Attachments.IsDefaultOrEmpty) return;
        if (command.Attachments.Length > Limits.AttachmentsPerMessage)
            throw new SupportException(ProblemCodes.TooManyAttachments, $"A message has at most {Limits.AttachmentsPerMessage} attachments.");
        if (command.Attachments.Any(id => id is null) || command.Attachments.Distinct(StringComparer.Ordinal).Count() < command.Attachments.Length)
            throw new SupportException(ProblemCodes.InvalidRequest, "A message names each attachment once.");
    }

    /// <summary>There is no such attachment.</summary>
    public static SupportException NotFound() => new(ProblemCodes.AttachmentNotFound, "There is no such attachment in this conversation.");

    private static void CheckClientId(string? id)
    {
        if (id is not null) SourceRules.RequireText(id, Limits.ClientIdLength, "clientAttachmentId");
    }
}
