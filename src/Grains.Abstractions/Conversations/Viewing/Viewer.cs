namespace SupportPlatform.Conversations;

/// <summary>Somebody of the staff who has a conversation open. Nothing of it is stored.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.viewer")]
public sealed record Viewer
{
    /// <summary>The agent's id within the store.</summary>
    [Id(0)] public required string AgentId { get; init; }

    /// <summary>The agent's name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>The address of the agent's picture.</summary>
    [Id(2)] public string? PictureUrl { get; init; }

    /// <summary>What the agent does.</summary>
    [Id(3)] public required ViewerState State { get; init; }
}
