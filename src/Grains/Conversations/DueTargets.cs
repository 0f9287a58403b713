namespace SupportPlatform.Conversations;

/// <summary>Who deals with a due row.</summary>
internal static class DueTargets
{
    /// <summary>The conversation's grain.</summary>
    public const string Conversation = "conversation";

    /// <summary>The projector of turns.</summary>
    public const string Turns = "turns";
}
