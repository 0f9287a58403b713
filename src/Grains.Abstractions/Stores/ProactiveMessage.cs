namespace SupportPlatform.Stores;

/// <summary>Something the widget says by itself, once to each visitor, when all of its conditions hold.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.proactive-message")]
public sealed record ProactiveMessage
{
    /// <summary>Its id, by which a visitor's browser remembers that it was shown; 1 to 100 characters.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What it says, 1 to 300 characters.</summary>
    [Id(1)] public required string Text { get; init; }

    /// <summary>After how many seconds on the page, up to 3,600; null for at once.</summary>
    [Id(2)] public int? AfterSeconds { get; init; }

    /// <summary>The page's path, where <c>*</c> stands for any text; null for any page.</summary>
    [Id(3)] public string? Page { get; init; }

    /// <summary>Only for visitors who were here before (true), or only for new ones (false); null for both.</summary>
    [Id(4)] public bool? Returning { get; init; }
}
