using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Questions that mean the same, to which the knowledge had no good answer.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.gap-view")]
public sealed record GapView
{
    /// <summary>Its id; also that of the entry that is drafted from it.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The first of the questions, without personal data.</summary>
    [Id(1)] public required string Question { get; init; }

    /// <summary>See <see cref="GapStatuses"/>.</summary>
    [Id(2)] public required string Status { get; init; }

    /// <summary>How many times it was asked.</summary>
    [Id(3)] public required long Count { get; init; }

    /// <summary>The wordings of the last 50 times, oldest first; at most 10.</summary>
    [Id(4)] public required ImmutableArray<string> Examples { get; init; }

    /// <summary>The conversations of the last 50 times, newest first, by public id.</summary>
    [Id(5)] public required ImmutableArray<string> Conversations { get; init; }

    /// <summary>The entry made from it, if there is one.</summary>
    [Id(6)] public string? FaqId { get; init; }

    /// <summary>When it was asked first.</summary>
    [Id(7)] public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When it was asked last.</summary>
    [Id(8)] public required DateTimeOffset LastAt { get; init; }
}
