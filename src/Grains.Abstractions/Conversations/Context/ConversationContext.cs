using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>What an agent wants to know beside what was said.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.conversation-context")]
public sealed record ConversationContext
{
    /// <summary>The conversation.</summary>
    [Id(0)] public required ConversationLine Line { get; init; }

    /// <summary>The customer.</summary>
    [Id(1)] public required ContactFacts Contact { get; init; }

    /// <summary>Where the customer began to write.</summary>
    [Id(2)] public PageVisit? Page { get; init; }

    /// <summary>The forms that the customer filled in, oldest first, at most 20.</summary>
    [Id(3)] public ImmutableArray<FilledForm> Forms { get; init; } = [];

    /// <summary>The contact's other conversations, latest first, at most 10.</summary>
    [Id(4)] public ImmutableArray<ConversationLine> Previous { get; init; } = [];

    /// <summary>How the conversation was rated as a whole.</summary>
    [Id(5)] public ConversationRating? Rating { get; init; }

    /// <summary>What the customer sent, oldest first.</summary>
    [Id(6)] public ImmutableArray<AttachmentView> Attachments { get; init; } = [];
}
