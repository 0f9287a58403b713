using SupportPlatform.Conversations.Events;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>What staff whisper to the assistant. Pure. It holds for the rest of the conversation, the last ten of it.</summary>
internal static class GuidanceRules
{
    /// <summary>The longest whisper, in UTF-16 units.</summary>
    public const int Longest = 500;

    private const int Most = 10;

    /// <summary>A whisper; a running turn that may still change its mind begins anew.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="command">The whisper.</param>
    /// <param name="isShown">Whether customers have read something of the running turn.</param>
    /// <param name="answerBy">By when the new turn must have begun to answer.</param>
    public static Decision Whisper(ConversationState state, PostAgentMessage command, bool isShown, DateTimeOffset answerBy)
    {
        var whispered = new Whispered
        {
            AgentId = command.AgentId,
            Author = command.AgentName,
            Text = command.Text,
            ClientMessageId = command.ClientMessageId,
        };
        return state.Turn is not { } turn || state.Draft is not null || isShown
            ? new([whispered], [])
            : new(
                [whispered, new TurnCancelled { TurnId = turn.TurnId, Reason = CancelReasons.Revised }],
                [new DueChange(DueKinds.Answer, answerBy)]);
    }

    /// <summary>The state after a whisper; the same state for any other event.</summary>
    public static ConversationState Apply(ConversationState state, ConversationEvent e) => e is Whispered whispered
        ? state with { Guidance = [.. state.Guidance.TakeLast(Most - 1), new Guidance(whispered.Text, state.LastSeq)] }
        : state;
}
