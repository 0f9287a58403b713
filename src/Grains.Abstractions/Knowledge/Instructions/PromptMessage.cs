namespace SupportPlatform.Knowledge;

/// <summary>A message to the model.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.prompt-message")]
public sealed record PromptMessage
{
    /// <summary><c>system</c>, <c>user</c> or <c>assistant</c>.</summary>
    [Id(0)] public required string Role { get; init; }

    /// <summary>Its text.</summary>
    [Id(1)] public required string Text { get; init; }
}
