namespace SupportPlatform.Conversations;

/// <summary>
/// One event of a conversation's log. The data is the JSON text that was stored, so that it is written once and goes
/// unchanged from the log to every follower.
/// </summary>
[GenerateSerializer, Immutable, Alias("support.conversations.logged-event")]
public sealed record LoggedEvent
{
    /// <summary>The event's number: 1, 2, 3 … without a gap.</summary>
    [Id(0)] public required long Seq { get; init; }

    /// <summary>The type as on the wire; see <see cref="EventTypes"/>.</summary>
    [Id(1)] public required string Type { get; init; }

    /// <summary>When it happened, by the clock of the silo that appended it.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>The data for every audience: a JSON object as text.</summary>
    [Id(3)] public required string Data { get; init; }

    /// <summary>More data for staff alone (traces, model, tokens), a JSON object as text; null for customers.</summary>
    [Id(4)] public string? StaffData { get; init; }
}
