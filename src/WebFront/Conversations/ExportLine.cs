using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations;

/// <summary>A line of an export.</summary>
public sealed record ExportLine
{
    /// <summary>The conversation's public id.</summary>
    public required string ConversationId { get; init; }

    /// <summary>What happened in it.</summary>
    public required WireEvent Event { get; init; }
}
