namespace SupportPlatform.Conversations;

/// <summary>A visitor turns out to be the caller, a contact that the store knows; both were proved by their tokens.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.identify-contact")]
public sealed record IdentifyContact
{
    /// <summary>The visitor's id, whose conversation it was so far.</summary>
    [Id(0)] public required string VisitorId { get; init; }
}
