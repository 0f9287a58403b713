namespace SupportPlatform.Knowledge;

/// <summary>How a turn ended, as on the wire.</summary>
public static class Outcomes
{
    /// <summary>An answer from the knowledge, or small talk.</summary>
    public const string Answered = "answered";

    /// <summary>A question back, with choices.</summary>
    public const string Clarify = "clarify";

    /// <summary>An offer of a person.</summary>
    public const string Handoff = "handoff";

    /// <summary>Not this assistant's matter.</summary>
    public const string Refused = "refused";
}
