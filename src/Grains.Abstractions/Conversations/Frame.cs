using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>What a follower receives: an event of the log (numbered) or a live frame (unnumbered).</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.frame")]
public sealed record Frame
{
    /// <summary>What the frame is, and so which of the other properties are set.</summary>
    [Id(0)] public required FrameKind Kind { get; init; }

    /// <summary>The event of a <see cref="FrameKind.Event"/>.</summary>
    [Id(1)] public LoggedEvent? Event { get; init; }

    /// <summary>The turn of a snapshot, delta or status.</summary>
    [Id(2)] public string? TurnId { get; init; }

    /// <summary>Where <see cref="Text"/> begins in the turn's text, in UTF-16 units; 0 for a snapshot.</summary>
    [Id(3)] public int Offset { get; init; }

    /// <summary>The text of a snapshot or delta; the name of a status (<c>reading</c> attachments, <c>retrieving</c>, <c>writing</c>, <c>tool</c>, <c>checking</c> by staff).</summary>
    [Id(4)] public string? Text { get; init; }

    /// <summary>Whether somebody types now (typing).</summary>
    [Id(5)] public bool IsTyping { get; init; }

    /// <summary>Who types, of a typing frame: a <see cref="MessageRole"/>.</summary>
    [Id(6)] public string? Role { get; init; }

    /// <summary>Who of the staff has the conversation open, of a viewers frame.</summary>
    [Id(7)] public ImmutableArray<Viewer>? Viewers { get; init; }

    /// <summary>What the turn found (evidence).</summary>
    [Id(8)] public TurnEvidence? Evidence { get; init; }

    /// <summary>The conversation in short (brief).</summary>
    [Id(9)] public ConversationBrief? Brief { get; init; }
}
