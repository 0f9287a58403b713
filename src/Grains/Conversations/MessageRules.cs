namespace SupportPlatform.Conversations;

/// <summary>What a command must look like.</summary>
internal static class MessageRules
{
    private const int LongestComment = 1_000;

    private static readonly string[] Channels = ["widget", "whatsapp", "sms", "mail", "api"];

    /// <summary>Checks a message.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(PostMessage command)
    {
        CheckId(command.ClientMessageId, "clientMessageId");
        if (string.IsNullOrWhiteSpace(command.Text))
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

    /// <summary>Checks a rating.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(RateAnswer command)
    {
        if (command.MessageId is not null) CheckId(command.MessageId, "messageId");
        if (command.Score is < 1 or > 5) throw new SupportException(ProblemCodes.InvalidRequest, "The score is 1 to 5.");
        if (command.Comment is null) return;
        if (string.IsNullOrWhiteSpace(command.Comment) || command.Comment.Length > LongestComment)
            throw new SupportException(ProblemCodes.InvalidRequest, $"A comment has 1 to {LongestComment} characters.");
        CheckUnicode(command.Comment);
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
