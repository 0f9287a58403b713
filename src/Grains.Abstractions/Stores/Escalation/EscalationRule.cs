using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>A rule of a store that wants a person. All of its conditions must hold, and it has at least one.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.escalation-rule")]
public sealed record EscalationRule
{
    /// <summary>Words or phrases, one of which a message has, whatever its case; at most 50 of 100 characters.</summary>
    [Id(0)] public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What the message is about, one of <see cref="Conversations.EscalationTypes"/> but <c>other</c>; null for anything.</summary>
    [Id(1)] public string? Topic { get; init; }

    /// <summary>An amount of money, in whatever currency, that one in the message exceeds; null for none.</summary>
    [Id(2)] public double? ValueAbove { get; init; }

    /// <summary>The kind of help, one of <see cref="Conversations.EscalationTypes"/>; null for what the words say.</summary>
    [Id(3)] public string? Type { get; init; }

    /// <summary>The team whose queue it goes to, 1 to 40 characters of <c>a-z 0-9 -</c>; null for the store's own.</summary>
    [Id(4)] public string? Desk { get; init; }
}
