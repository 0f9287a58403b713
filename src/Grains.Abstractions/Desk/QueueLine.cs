namespace SupportPlatform.Desk;

/// <summary>A conversation that waits.</summary>
[GenerateSerializer, Immutable, Alias("support.desk.queue-line")]
public sealed record QueueLine
{
    /// <summary>The conversation's public id.</summary>
    [Id(0)] public required string ConversationId { get; init; }

    /// <summary>Its place, from 1.</summary>
    [Id(1)] public required int Position { get; init; }

    /// <summary>Since when it waits.</summary>
    [Id(2)] public required DateTimeOffset WaitingSince { get; init; }

    /// <summary>For what kind of help; one of <see cref="Conversations.EscalationTypes"/>.</summary>
    [Id(3)] public string? Type { get; init; }

    /// <summary>The customer's language as a BCP 47 tag, when known.</summary>
    [Id(4)] public string? Locale { get; init; }

    /// <summary>The agent to whom it is offered.</summary>
    [Id(5)] public string? OfferedTo { get; init; }
}
