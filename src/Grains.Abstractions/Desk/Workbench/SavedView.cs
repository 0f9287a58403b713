namespace SupportPlatform.Desk;

/// <summary>A list of conversations under a name.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.saved-view")]
public sealed record SavedView
{
    /// <summary>Its id; see <see cref="CannedReply.Id"/>.</summary>
    [Id(0)] public string Id { get; init; } = "";

    /// <summary>Its name, 1 to 100 characters; one shared view a name, and one of an agent.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What it shows.</summary>
    [Id(2)] public required ViewFilter Filter { get; init; }

    /// <summary>Whether all of the store have it, or only the agent who made it.</summary>
    [Id(3)] public bool Shared { get; init; }
}
