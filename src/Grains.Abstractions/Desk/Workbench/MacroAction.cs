namespace SupportPlatform.Desk;

/// <summary>One action of a macro.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.macro-action")]
public sealed record MacroAction
{
    /// <summary>What is done.</summary>
    [Id(0)] public required MacroCommand Action { get; init; }

    /// <summary>With what: a text, a tag, a priority, a desk, or minutes; at most 8,000 characters; null for <see cref="MacroCommand.Resolve"/>.</summary>
    [Id(1)] public string? Value { get; init; }
}
