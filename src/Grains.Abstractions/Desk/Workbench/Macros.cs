using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>All macros that a caller may use, by id.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.macros")]
public sealed record Macros
{
    /// <summary>The macros.</summary>
    [Id(0)] public required ImmutableArray<Macro> Items { get; init; }
}
