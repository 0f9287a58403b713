using System.Collections.Immutable;

namespace SupportPlatform.Help;

/// <summary>The questions of a category.</summary>
public sealed record HelpCategory
{
    /// <summary>Its name; empty for what has none.</summary>
    public required string Name { get; init; }

    /// <summary>Its questions.</summary>
    public required ImmutableArray<HelpQuestion> Questions { get; init; }
}
