namespace SupportPlatform.Conversations;

/// <summary>
/// Says that somebody of the staff has a conversation open; forgotten after 25 seconds unless it is said again. Of several
/// windows of one agent the busiest counts.
/// </summary>
[GenerateSerializer, Immutable, Alias("support.conversations.see-conversation")]
public sealed record SeeConversation
{
    /// <summary>The agent's window, at most 100 characters.</summary>
    [Id(0)] public required string WindowId { get; init; }

    /// <summary>The agent, and the state; null when the window has closed.</summary>
    [Id(1)] public Viewer? Viewer { get; init; }
}
