using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>An instruction in its newest version.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-view")]
public sealed record InstructionView
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    [Id(1)] public required string Type { get; init; }

    /// <summary>What it says.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>Which comes first, the highest.</summary>
    [Id(3)] public required int Priority { get; init; }

    /// <summary>The languages of its audience; empty for everybody.</summary>
    [Id(4)] public required ImmutableArray<string> Locales { get; init; }

    /// <summary>From when it holds.</summary>
    [Id(5)] public DateTimeOffset? From { get; init; }

    /// <summary>Until when it holds.</summary>
    [Id(6)] public DateTimeOffset? To { get; init; }

    /// <summary>The state of the newest version.</summary>
    [Id(7)] public required string State { get; init; }

    /// <summary>The newest version, counted from 1.</summary>
    [Id(8)] public required long Version { get; init; }

    /// <summary>The version that the assistant is given; null for none.</summary>
    [Id(9)] public long? PublishedVersion { get; init; }

    /// <summary>Who wrote the newest version.</summary>
    [Id(10)] public string? Author { get; init; }

    /// <summary>When the newest version was written.</summary>
    [Id(11)] public required DateTimeOffset UpdatedAt { get; init; }
}
