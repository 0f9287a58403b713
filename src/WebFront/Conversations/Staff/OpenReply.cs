using System.Collections.Immutable;

namespace SupportPlatform.Conversations.Staff;

/// <summary>What <c>open</c> returns.</summary>
internal sealed record OpenReply
{
    /// <summary>The conversation as lists have it.</summary>
    public required ConversationLine Line { get; init; }

    /// <summary>The number of its last event; all up to it are sent as <c>event</c>.</summary>
    public required long LastSeq { get; init; }

    /// <summary>Who else has it open.</summary>
    public required ImmutableArray<Viewer> Viewers { get; init; }
}
