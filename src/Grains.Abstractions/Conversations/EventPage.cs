using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A page of a conversation's log.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.event-page")]
public sealed record EventPage
{
    /// <summary>The events that the audience may see, oldest first.</summary>
    [Id(0)] public required ImmutableArray<LoggedEvent> Events { get; init; }

    /// <summary>The number to ask for the next page after; larger than the last event's when events were left out.</summary>
    [Id(1)] public required long Through { get; init; }

    /// <summary>Whether there are events after <see cref="Through"/>.</summary>
    [Id(2)] public required bool HasMore { get; init; }
}
