using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>What a store tells its assistant.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-entry")]
public sealed record InstructionEntry
{
    /// <summary>Its id, 1 to 100 letters, digits, <c>.</c>, <c>_</c>, <c>:</c> and <c>-</c>; null for one that is derived from the text.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>What it is about: <c>tone</c>, <c>policy</c>, <c>escalation</c>, <c>product</c>, <c>restriction</c> or <c>custom</c>.</summary>
    [Id(1)] public required string Type { get; init; }

    /// <summary>What it says, at most 4,000 characters.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>
    /// Which comes first: -100 to 100, the highest first. When not all have room, tone, policy and restriction are kept by it,
    /// before the others, of which those are kept that are most like what is asked.
    /// </summary>
    [Id(3)] public int Priority { get; init; }

    /// <summary>The audience: languages as BCP 47 tags, at most 20; empty for everybody.</summary>
    [Id(4)] public ImmutableArray<string> Locales { get; init; } = [];

    /// <summary>From when it holds; null for always.</summary>
    [Id(5)] public DateTimeOffset? From { get; init; }

    /// <summary>Until when it holds; null for ever.</summary>
    [Id(6)] public DateTimeOffset? To { get; init; }

    /// <summary>See <see cref="InstructionStates"/>.</summary>
    [Id(7)] public string State { get; init; } = InstructionStates.Published;

    /// <summary>Who wrote this version, at most 100 characters.</summary>
    [Id(8)] public string? Author { get; init; }
}
