namespace SupportPlatform.Help;

/// <summary>An article in a list.</summary>
[GenerateSerializer, Immutable, Alias("support.help.help-link")]
public sealed record HelpLink
{
    /// <summary>The article's id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its title.</summary>
    [Id(1)] public required string Title { get; init; }

    /// <summary>Its category; empty for none.</summary>
    [Id(2)] public string Category { get; init; } = "";

    /// <summary>How often it was read.</summary>
    [Id(3)] public long Views { get; init; }

    /// <summary>When it was last changed.</summary>
    [Id(4)] public DateTimeOffset UpdatedAt { get; init; }
}
