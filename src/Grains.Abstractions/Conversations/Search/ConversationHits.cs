using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A page of what was found, latest first.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-hits")]
public sealed record ConversationHits
{
    /// <summary>What was found.</summary>
    [Id(0)] public required ImmutableArray<ConversationHit> Hits { get; init; }

    /// <summary>Where the next page goes on; null when this was the last.</summary>
    [Id(1)] public string? Cursor { get; init; }
}
