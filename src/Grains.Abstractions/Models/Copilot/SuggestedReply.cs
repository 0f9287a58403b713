using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>A reply that an agent may send, change or leave.</summary>
[GenerateSerializer, Immutable, Alias("support.models.suggested-reply")]
public sealed record SuggestedReply
{
    /// <summary>The text with markers <c>[n]</c>, each naming one of <see cref="Citations"/>.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>The passages behind the markers.</summary>
    [Id(1)] public required ImmutableArray<Citation> Citations { get; init; }

    /// <summary>The numbers of the citations whose source is for staff alone: what customers must not be told as it is.</summary>
    [Id(2)] public ImmutableArray<int> StaffOnly { get; init; } = [];
}
