using System.Collections.Immutable;

namespace SupportPlatform.Help;

/// <summary>What a search in the help centre found.</summary>
internal sealed record HelpSearchReply
{
    /// <summary>The hits, best first.</summary>
    public required ImmutableArray<HelpHit> Hits { get; init; }
}
