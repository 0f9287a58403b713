using SupportPlatform.Desk;

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
        AttachmentRules.Check(command);
        CheckText(command.Text, !command.Attachments.IsDefaultOrEmpty);
    }

    /// <summary>Checks the text of a message.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void CheckText(string text, bool mayBeEmpty = false)
    {
        if (string.IsNullOrWhiteSpace(text) && !mayBeEmpty) throw new SupportException(ProblemCodes.MessageEmpty, "The message has no text.");
        if (text.Length > Limits.MessageLength)
            throw new SupportException(ProblemCodes.MessageTooLong, $"The message is longer than {Limits.MessageLength} characters.");
        CheckUnicode(text);
    }

    /// <summary>Checks an agent's message or note.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(PostAgentMessage command)
    {
        CheckAgent(command.AgentId, command.AgentName);
        Check(new PostMessage { ClientMessageId = command.ClientMessageId, Text = command.Text, Attachments = command.Attachments });
    }

    /// <summary>Checks a claim.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(ClaimConversation command)
    {
        CheckAgent(command.AgentId, command.AgentName);
        if (command.PictureUrl is { } url && !FormRules.IsSecureAddress(url))
            throw new SupportException(ProblemCodes.InvalidRequest, "The pictureUrl is an https address.");
    }

    /// <summary>Checks a release.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(ReleaseConversation command)
    {
        CheckId(command.AgentId, "agentId");
        if (command.Desk is { } desk) CheckDesk(desk);
        if (command.Note is { Length: > 2_000 })
            throw new SupportException(ProblemCodes.MessageTooLong, "The note is longer than 2,000 characters.");
        CheckUnicode(command.Note ?? "");
    }

    /// <summary>Checks an escalation.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(Escalate command)
    {
        if (!EscalationReasons.All.Contains(command.Reason))
            throw new SupportException(ProblemCodes.InvalidRequest, $"The reason is one of {string.Join(", ", EscalationReasons.All)}.");
        if (!EscalationTypes.All.Contains(command.Type))
            throw new SupportException(ProblemCodes.InvalidRequest, $"The type is one of {string.Join(", ", EscalationTypes.All)}.");
        if (command.Evidence is { Length: > 500 })
            throw new SupportException(ProblemCodes.InvalidRequest, "The evidence has at most 500 characters.");
        CheckUnicode(command.Evidence ?? "");
        CheckDesk(command.Desk);
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
        if (command.Page is { Url.Length: > 500 } or { Title.Length: > 200 } or { Referrer.Length: > 500 })
            throw new SupportException(ProblemCodes.InvalidRequest, "The page's url and referrer have at most 500 characters, its title 200.");
        foreach (var text in new[] { command.Page?.Url, command.Page?.Title, command.Page?.Referrer }) CheckUnicode(text ?? "");
    }

    /// <summary>Checks who a visitor was.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(IdentifyContact command) => CheckId(command.VisitorId, "visitorId");

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

    /// <summary>Checks that a text can be returned as it was sent.</summary>
    /// <exception cref="SupportException">It cannot.</exception>
    public static void CheckUnicode(string text)
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

    /// <summary>Checks who acts.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void CheckAgent(string? id, string? name)
    {
        CheckId(id, "agentId");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 60)
            throw new SupportException(ProblemCodes.InvalidRequest, "agentName has 1 to 60 characters.");
        CheckUnicode(name);
    }

    private static void CheckDesk(string? desk)
    {
        if (!DeskKey.IsValid(desk))
            throw new SupportException(ProblemCodes.InvalidRequest, "The desk has 1 to 40 characters of a-z, 0-9 and -.");
    }

    /// <summary>Checks an id of a client or of staff.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void CheckId(string? id, string name)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > Limits.ClientIdLength)
            throw new SupportException(ProblemCodes.InvalidRequest, $"{name} has 1 to {Limits.ClientIdLength} characters.");
        CheckUnicode(id);
    }
}
