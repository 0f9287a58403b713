namespace SupportPlatform.Conversations;

/// <summary>What a command must look like.</summary>
internal static class MessageRules
{
    private static readonly string[] Channels = ["widget", "whatsapp", "sms", "mail", "api"];

    /// <summary>Checks a message.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(PostMessage command)
    {
        CheckId(command.ClientMessageId, "clientMessageId");
        AttachmentRules.Check(command);
        if (string.IsNullOrWhiteSpace(command.Text) && command.Attachments.IsDefaultOrEmpty)
            throw new SupportException(ProblemCodes.MessageEmpty, "The message has no text.");
        if (command.Text.Length > Limits.MessageLength)
            throw new SupportException(ProblemCodes.MessageTooLong, $"The message is longer than {Limits.MessageLength} characters.");
        CheckUnicode(command.Text);
    }

    /// <summary>Checks the opening of a conversation.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(StartConversation command)
    {
        CheckId(command.ContactId, "contactId");
        if (!Channels.Contains(command.Channel))
            throw new SupportException(ProblemCodes.InvalidRequest, $"The channel is one of {string.Join(", ", Channels)}.");
        if (command.Locale is { Length: 0 or > 35 })
            throw new SupportException(ProblemCodes.InvalidRequest, "The locale is a language tag of at most 35 characters.");
    }

    private static void CheckId(string? id, string name)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > Limits.ClientIdLength)
            throw new SupportException(ProblemCodes.InvalidRequest, $"{name} has 1 to {Limits.ClientIdLength} characters.");
        CheckUnicode(id);
    }

    private static void CheckUnicode(string text)
    {
        // Half a surrogate pair has no UTF-8 form, so it could not be returned as it was sent.
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                throw new SupportException(ProblemCodes.InvalidText, "The text is not valid Unicode.");
            i++;
        }
    }
}
