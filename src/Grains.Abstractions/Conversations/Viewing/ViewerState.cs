namespace SupportPlatform.Conversations;

/// <summary>What somebody of the staff does with a conversation at this moment.</summary>
[GenerateSerializer, Alias("support.conversations.viewer-state")]
public enum ViewerState
{
    /// <summary>Has it open, and looks elsewhere.</summary>
    Away,

    /// <summary>Looks at it.</summary>
    Viewing,

    /// <summary>Writes to the customer.</summary>
    Typing,
}
