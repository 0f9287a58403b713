using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A page of a list of conversations.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-page")]
public sealed record ConversationPage
{
    /// <summary>The conversations.</summary>
    [Id(0)] public required ImmutableArray<ConversationLine> Conversations { get; init; }

    /// <summary>Where the next page goes on; null when this was the last.</summary>
    [Id(1)] public string? Cursor { get; init; }
}
