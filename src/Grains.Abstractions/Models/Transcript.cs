namespace SupportPlatform.Models;

/// <summary>What was said in a recording.</summary>
[GenerateSerializer, Immutable, Alias("support.models.transcript")]
public sealed record Transcript
{
    /// <summary>The words, at most as long as a message; empty where nothing was said.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>The language, where the endpoint says it.</summary>
    [Id(1)] public string? Language { get; init; }
}
