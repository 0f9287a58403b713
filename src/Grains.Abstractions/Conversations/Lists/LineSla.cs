namespace SupportPlatform.Conversations;

/// <summary>The clock of a conversation that runs out next, or has run out.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.line-sla")]
public sealed record LineSla
{
    /// <summary>What is promised: <c>first-response</c>, <c>next-response</c> or <c>resolution</c>.</summary>
    [Id(0)] public required string Clock { get; init; }

    /// <summary>By when.</summary>
    [Id(1)] public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether it was late.</summary>
    [Id(2)] public required bool Breached { get; init; }
}
