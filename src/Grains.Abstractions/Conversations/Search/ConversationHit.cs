using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>Where something was found.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-hit")]
public sealed record ConversationHit
{
    /// <summary>The conversation.</summary>
    [Id(0)] public required ConversationLine Line { get; init; }

    /// <summary>The number of the event.</summary>
    [Id(1)] public required long Seq { get; init; }

    /// <summary>When it was said.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>A <see cref="MessageRole"/>; <c>note</c> for a note of staff.</summary>
    [Id(3)] public required string Role { get; init; }

    /// <summary>Who said it, where it is not the customer.</summary>
    [Id(4)] public string? Author { get; init; }

    /// <summary>The words around what was found, at most 200 characters.</summary>
    [Id(5)] public required string Excerpt { get; init; }

    /// <summary>What was found in the excerpt: each from a UTF-16 unit to before another.</summary>
    [Id(6)] public ImmutableArray<ImmutableArray<int>> Marks { get; init; } = [];
}
