namespace SupportPlatform.Knowledge;

/// <summary>A part of a prompt.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.prompt-part")]
public sealed record PromptPart
{
    /// <summary><c>prompt</c>, <c>instructions</c>, <c>questions</c>, <c>passages</c>, <c>history</c> or <c>summary</c>.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>Its tokens, estimated.</summary>
    [Id(1)] public required int Tokens { get; init; }

    /// <summary>How many of its items had no room.</summary>
    [Id(2)] public required int Cut { get; init; }
}
