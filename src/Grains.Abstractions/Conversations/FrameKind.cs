namespace SupportPlatform.Conversations;

/// <summary>The kinds of frames.</summary>
[GenerateSerializer, Alias("support.conversations.frame-kind")]
public enum FrameKind
{
    /// <summary>A numbered event of the log.</summary>
    Event,

    /// <summary>The text of the running turn from its start, replacing what the follower has of it.</summary>
    Snapshot,

    /// <summary>More text of the running turn.</summary>
    Delta,

    /// <summary>Somebody began or stopped typing.</summary>
    Typing,

    /// <summary>What the running turn is doing.</summary>
    Status,

    /// <summary>Who of the staff has the conversation open; for staff alone.</summary>
    Viewers,

    /// <summary>What the running turn found and decided, for staff alone.</summary>
    Evidence,

    /// <summary>The conversation in short, when that has changed, for staff alone.</summary>
    Brief,
}
