namespace SupportPlatform.Help;

/// <summary>A frequently asked question.</summary>
[GenerateSerializer, Immutable, Alias("support.help.help-question")]
public sealed record HelpQuestion
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The question.</summary>
    [Id(1)] public required string Question { get; init; }

    /// <summary>The answer as Markdown.</summary>
    [Id(2)] public required string Answer { get; init; }

    /// <summary>Its category; empty for none.</summary>
    [Id(3)] public string Category { get; init; } = "";
}
