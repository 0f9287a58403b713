using System.Collections.Immutable;

namespace SupportPlatform.Models;

/// <summary>What the copilot can do with the silo's model.</summary>
[GenerateSerializer, Immutable, Alias("support.models.copilot-abilities")]
public sealed record CopilotAbilities
{
    /// <summary>Whether it suggests replies.</summary>
    [Id(0)] public required bool Suggestions { get; init; }

    /// <summary>Whether it sums conversations up.</summary>
    [Id(1)] public required bool Summary { get; init; }

    /// <summary>The styles in which it rewrites; see <see cref="RewriteStyles"/>.</summary>
    [Id(2)] public required ImmutableArray<string> Rewrites { get; init; }

    /// <summary>Whether it translates.</summary>
    [Id(3)] public required bool Translations { get; init; }
}
