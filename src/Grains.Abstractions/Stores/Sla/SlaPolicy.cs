using SupportPlatform.Conversations;

namespace SupportPlatform.Stores;

/// <summary>By when people answer and resolve the conversations that it fits.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.sla-policy")]
public sealed record SlaPolicy
{
    /// <summary>Its name, 1 to 60 characters, one policy a name.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>Only conversations of this priority; null for all.</summary>
    [Id(1)] public ConversationPriority? Priority { get; init; }

    /// <summary>Only conversations of this desk; null for all.</summary>
    [Id(2)] public string? Desk { get; init; }

    /// <summary>From the wish for a person to an agent's first message, 1 to 43,200 minutes; null for no limit.</summary>
    [Id(3)] public int? FirstResponseMinutes { get; init; }

    /// <summary>From a customer's message to the agent's next one, 1 to 43,200 minutes; null for no limit.</summary>
    [Id(4)] public int? NextResponseMinutes { get; init; }

    /// <summary>From the wish for a person to the end of the conversation, 1 to 43,200 minutes; null for no limit.</summary>
    [Id(5)] public int? ResolutionMinutes { get; init; }

    /// <summary>Whether only the store's opening hours count; a store without any is always open.</summary>
    [Id(6)] public bool BusinessHours { get; init; }
}
