using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>Several actions under one name, done one after another where it is used.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.macro")]
public sealed record Macro
{
    /// <summary>Its id; see <see cref="CannedReply.Id"/>.</summary>
    [Id(0)] public string Id { get; init; } = "";

    /// <summary>Its name, 1 to 100 characters; one macro a name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What it does, 1 to 20 actions.</summary>
    [Id(2)] public required ImmutableArray<MacroAction> Actions { get; init; }
}
