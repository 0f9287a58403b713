namespace SupportPlatform.Conversations;

/// <summary>The kinds of due rows.</summary>
internal static class DueKinds
{
    /// <summary>A customer waits for an answer.</summary>
    public const string Answer = "answer";

    /// <summary>The log has an answer, or a rating, that the turns do not have yet.</summary>
    public const string Turns = "turns";
}
