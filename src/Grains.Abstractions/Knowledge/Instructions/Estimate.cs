namespace SupportPlatform.Knowledge;

/// <summary>A figure from a sample, with its 95% interval.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.estimate")]
public sealed record Estimate
{
    /// <summary>The figure.</summary>
    [Id(0)] public required double Value { get; init; }

    /// <summary>The interval's lower end.</summary>
    [Id(1)] public required double Low { get; init; }

    /// <summary>The interval's upper end.</summary>
    [Id(2)] public required double High { get; init; }
}
