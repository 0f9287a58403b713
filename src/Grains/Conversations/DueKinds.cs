namespace SupportPlatform.Conversations;

/// <summary>The kinds of due rows.</summary>
internal static class DueKinds
{
    /// <summary>A customer waits for an answer.</summary>
    public const string Answer = "answer";
}
