using SupportPlatform.Conversations;

namespace SupportPlatform.Stores;

/// <summary>What is promised for conversations of a priority.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.sla-promise")]
public sealed record SlaPromise
{
    /// <summary>The priority.</summary>
    [Id(0)] public required ConversationPriority Priority { get; init; }

    /// <summary>The name of the policy that counts; null for no promise.</summary>
    [Id(1)] public string? Policy { get; init; }

    /// <summary>When an agent must have written first; null for no limit.</summary>
    [Id(2)] public DateTimeOffset? FirstResponseAt { get; init; }

    /// <summary>When an agent must have answered, were it a later message; null for no limit.</summary>
    [Id(3)] public DateTimeOffset? NextResponseAt { get; init; }

    /// <summary>When it must be resolved; null for no limit.</summary>
    [Id(4)] public DateTimeOffset? ResolutionAt { get; init; }
}
