using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>A desk, for administrators.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.desk-view")]
public sealed record DeskView
{
    /// <summary>The desk's id.</summary>
    [Id(0)] public required string Desk { get; init; }

    /// <summary>How it works.</summary>
    [Id(1)] public required DeskSettings Settings { get; init; }

    /// <summary>The agents who name it, by id; beside them whoever names no desk serves all.</summary>
    [Id(2)] public required ImmutableArray<string> Members { get; init; }

    /// <summary>How many conversations wait there.</summary>
    [Id(3)] public required int Waiting { get; init; }

    /// <summary>Whether the store's settings name it, so that it cannot be deleted.</summary>
    [Id(4)] public required bool IsNamed { get; init; }
}
