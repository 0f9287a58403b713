namespace SupportPlatform.Conversations;

/// <summary>Asks for a person.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.escalate")]
public sealed record Escalate
{
    /// <summary>One of <see cref="EscalationReasons"/>.</summary>
    [Id(0)] public required string Reason { get; init; }

    /// <summary>One of <see cref="EscalationTypes"/>.</summary>
    [Id(1)] public string Type { get; init; } = EscalationTypes.Other;

    /// <summary>What shows the reason, for staff; at most 500 characters.</summary>
    [Id(2)] public string? Evidence { get; init; }

    /// <summary>The team whose queue it waits in, 1 to 40 characters of <c>a-z 0-9 -</c>.</summary>
    [Id(3)] public string Desk { get; init; } = "main";
}
