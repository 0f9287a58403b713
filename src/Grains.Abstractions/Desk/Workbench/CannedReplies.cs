using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>All replies that a caller may use, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.canned-replies")]
public sealed record CannedReplies
{
    /// <summary>The replies.</summary>
    [Id(0)] public required ImmutableArray<CannedReply> Items { get; init; }
}
