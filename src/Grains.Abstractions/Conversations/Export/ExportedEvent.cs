namespace SupportPlatform.Conversations;

/// <summary>An event of the log as it is given away, with what staff may know.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.exported-event")]
public sealed record ExportedEvent
{
    /// <summary>The conversation's public id.</summary>
    [Id(0)] public required string ConversationId { get; init; }

    /// <summary>The event.</summary>
    [Id(1)] public required LoggedEvent Event { get; init; }
}
