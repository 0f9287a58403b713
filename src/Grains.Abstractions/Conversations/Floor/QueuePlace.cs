namespace SupportPlatform.Conversations;

/// <summary>A conversation's place in a desk's queue.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.queue-place")]
public sealed record QueuePlace
{
    /// <summary>The desk.</summary>
    [Id(0)] public required string Desk { get; init; }

    /// <summary>The place, from 1.</summary>
    [Id(1)] public required int Position { get; init; }

    /// <summary>For how long it will wait yet, in seconds, going by the last claims; null where there were too few.</summary>
    [Id(2)] public int? EstimateSeconds { get; init; }
}
