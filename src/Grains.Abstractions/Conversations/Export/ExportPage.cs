using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A page of a store's log.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.export-page")]
public sealed record ExportPage
{
    /// <summary>The events, conversation by conversation.</summary>
    [Id(0)] public required ImmutableArray<ExportedEvent> Events { get; init; }

    /// <summary>Where the next page goes on; null when this was the last.</summary>
    [Id(1)] public string? Cursor { get; init; }
}
