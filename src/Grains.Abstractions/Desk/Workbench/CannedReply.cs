namespace SupportPlatform.Desk;

/// <summary>A text that agents use again and again. Places as <c>{{contact.name}}</c> are filled in where it is used.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.canned-reply")]
public sealed record CannedReply
{
    /// <summary>Its id, 1 to 60 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</summary>
    [Id(0)] public string Id { get; init; } = "";

    /// <summary>What an agent types for it, 1 to 40 characters without spaces; one reply a shortcut.</summary>
    [Id(1)] public required string Shortcut { get; init; }

    /// <summary>What it is for, 1 to 100 characters.</summary>
    [Id(2)] public required string Title { get; init; }

    /// <summary>The text, 1 to 8,000 characters.</summary>
    [Id(3)] public required string Text { get; init; }

    /// <summary>Its language as a BCP 47 tag; null for any.</summary>
    [Id(4)] public string? Locale { get; init; }
}
