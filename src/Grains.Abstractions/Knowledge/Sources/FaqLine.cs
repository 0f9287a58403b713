namespace SupportPlatform.Knowledge;

/// <summary>A line of an import of questions with their answers.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.faq-line")]
public sealed record FaqLine
{
    /// <summary>Its number in the file, counted from 1.</summary>
    [Id(0)] public required int Line { get; init; }

    /// <summary>What it says.</summary>
    [Id(1)] public required FaqEntry Entry { get; init; }
}
