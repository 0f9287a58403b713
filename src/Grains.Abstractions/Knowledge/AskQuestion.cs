namespace SupportPlatform.Knowledge;

/// <summary>A question for one turn without a conversation.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.ask-question")]
public sealed record AskQuestion
{
    /// <summary>The question, 1 to 8,000 characters.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>The contact whose facts may be used.</summary>
    [Id(1)] public string? ContactId { get; init; }

    /// <summary>For whom the answer is: <c>staff</c> for one that may use what only staff may know.</summary>
    [Id(2)] public string Audience { get; init; } = Audiences.Customers;

    /// <summary>Only from what is in this language (a BCP 47 tag), or in none in particular; null for all.</summary>
    [Id(3)] public string? Locale { get; init; }
}
