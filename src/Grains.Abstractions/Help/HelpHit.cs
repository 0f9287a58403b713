namespace SupportPlatform.Help;

/// <summary>Something published that fits a search.</summary>
[GenerateSerializer, Immutable, Alias("support.help.help-hit")]
public sealed record HelpHit
{
    /// <summary>The article's or the question's id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Whether it is a question, which stands on the first page, and not an article.</summary>
    [Id(1)] public bool IsQuestion { get; init; }

    /// <summary>The title or the question.</summary>
    [Id(2)] public required string Title { get; init; }

    /// <summary>The passage's own words, at most 200 characters.</summary>
    [Id(3)] public required string Excerpt { get; init; }
}
