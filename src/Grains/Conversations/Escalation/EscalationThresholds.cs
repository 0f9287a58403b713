namespace SupportPlatform.Conversations;

/// <summary>From when on a person is wanted. All numbers of the rules are here.</summary>
/// <remarks>
/// Measured with <c>frustration_tickets</c>: at <see cref="Frustrated"/> 0.77 of the tickets that had to be escalated reach
/// it and 0.03 of the others, each half of the rows for itself 0.71 and 0.06, 0.82 and 0. One strong word
/// reaches it; a fault that goes on, told without anger, does not. The weights were set by hand, to one digit after
/// the point or its half.
/// </remarks>
internal static class EscalationThresholds
{
    /// <summary>From this score on, a customer counts as frustrated.</summary>
    public const double Frustrated = 0.45;

    /// <summary>After so many turns without an answer a person is asked for; at one fewer it is offered.</summary>
    public const int FailedTurns = 3;

    /// <summary>What one strong word adds ("ridiculous"), two at most.</summary>
    public const double StrongWord = 0.45;

    /// <summary>What one mild word adds ("annoying"), three at most.</summary>
    public const double MildWord = 0.2;

    /// <summary>What a demand adds ("I want a refund"), two at most.</summary>
    public const double Demand = 0.3;

    /// <summary>What a sign of a problem that goes on adds ("the third time"), two at most; so does the same question again.</summary>
    public const double Persistence = 0.3;

    /// <summary>What sarcasm adds ("thanks for nothing").</summary>
    public const double Sarcasm = 0.3;

    /// <summary>What a text mostly in capitals adds.</summary>
    public const double Capitals = 0.3;

    /// <summary>What "!!" or "??" adds.</summary>
    public const double Punctuation = 0.15;

    /// <summary>What a fault that is told adds ("won't turn on").</summary>
    public const double Fault = 0.1;

    /// <summary>How much of a message's score the next one begins with.</summary>
    public const double Carried = 0.5;

    /// <summary>The share of its words that a question said before has, to be the same.</summary>
    public const double SameQuestion = 0.8;
}
