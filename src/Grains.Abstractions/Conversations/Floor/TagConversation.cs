using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>Changes the tags of a conversation, of which it has at most 20.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.tag-conversation")]
public sealed record TagConversation
{
    /// <summary>The tags to add, each 1 to 40 characters without control characters.</summary>
    [Id(0)] public ImmutableArray<string> Add { get; init; } = [];

    /// <summary>The tags to remove.</summary>
    [Id(1)] public ImmutableArray<string> Remove { get; init; } = [];

    /// <summary>Who does it; left out by staff who have signed in.</summary>
    [Id(2)] public StaffMember? By { get; init; }
}
