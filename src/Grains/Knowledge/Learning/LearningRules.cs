using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>What is to be learned from an answer. Pure.</summary>
internal static class LearningRules
{
    /// <summary>How long a question back waits for an answer in the same conversation before it counts as none.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>From this score on an answer was good.</summary>
    public const int Good = 4;

    /// <summary>Up to this score an answer was bad.</summary>
    public const int Bad = 2;

    private const int ShortestAnswer = 20;

    /// <summary>When to look at a new answer; null for not before it is rated.</summary>
    public static DateTimeOffset? LearnAt(FinishedTurn turn) => turn.Question.Length == 0 ? null : turn switch
    {
        { Role: MessageRole.Agent } or { Outcome: Outcomes.Handoff or Outcomes.Refused } => turn.At,
        { Outcome: Outcomes.Clarify } => turn.At + Patience,
        _ => null,
    };

    /// <summary>Whether the knowledge had no good answer.</summary>
    public static bool IsGap(LearnedTurn turn) =>
        turn.Question.Length > 0 && turn.Role == MessageRole.Assistant && (turn.Rating <= Bad || turn.Outcome switch
        {
            Outcomes.Handoff or Outcomes.Refused => true,
            Outcomes.Clarify => !turn.WasAnsweredLater,
            _ => false,
        });

    /// <summary>Whether the answer may be one for others: a person's that was not rated badly, or the assistant's that was rated well.</summary>
    public static bool IsEvidence(LearnedTurn turn) =>
        turn.Question.Length > 0 && turn.Answer.Length >= ShortestAnswer && turn.Outcome == Outcomes.Answered &&
        (turn.Role == MessageRole.Agent ? turn.Rating is null or > Bad : turn.Rating >= Good);
}
