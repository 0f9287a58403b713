using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>All views that a caller may use, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.saved-views")]
public sealed record SavedViews
{
    /// <summary>The views.</summary>
    [Id(0)] public required ImmutableArray<SavedView> Items { get; init; }
}
