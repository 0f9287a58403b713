namespace SupportPlatform.Conversations;

/// <summary>Who of the staff does something.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.staff-member")]
public sealed record StaffMember
{
    /// <summary>The agent's id within the store, at most 100 characters.</summary>
    [Id(0)] public required string AgentId { get; init; }

    /// <summary>The agent's name, 1 to 60 characters.</summary>
    [Id(1)] public required string Name { get; init; }
}
