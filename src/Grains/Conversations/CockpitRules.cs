namespace SupportPlatform.Conversations;

/// <summary>What staff's commands to the assistant must look like.</summary>
internal static class CockpitRules
{
    /// <summary>Checks a whisper.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Whisper(PostAgentMessage command)
    {
        MessageRules.Check(command with { Attachments = [] });
        CheckGuidance(command.Text);
    }

    /// <summary>Checks a change of the approval.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(SetApproval command) => MessageRules.CheckAgent(command.AgentId, command.AgentName);

    /// <summary>Checks an approval.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(ApproveDraft command)
    {
        MessageRules.CheckAgent(command.AgentId, command.AgentName);
        MessageRules.CheckId(command.DraftId, "draftId");
        if (command.Text is not { } text) return;
        MessageRules.CheckText(text);
    }

    /// <summary>Checks a refusal.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(RejectDraft command)
    {
        MessageRules.CheckAgent(command.AgentId, command.AgentName);
        MessageRules.CheckId(command.DraftId, "draftId");
        if (command.Guidance is not { } guidance) return;
        MessageRules.CheckText(guidance);
        CheckGuidance(guidance);
    }

    private static void CheckGuidance(string text)
    {
        if (text.Length > GuidanceRules.Longest)
            throw new SupportException(ProblemCodes.MessageTooLong, $"Guidance has at most {GuidanceRules.Longest} characters.");
    }
}
