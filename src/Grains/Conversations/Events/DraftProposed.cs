using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations.Events;

/// <summary>The assistant's answer waits for approval.</summary>
internal sealed record DraftProposed : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.DraftProposed;

    /// <summary>The draft's id.</summary>
    public required string DraftId { get; init; }

    /// <summary>The turn that wrote it.</summary>
    public required string TurnId { get; init; }

    /// <summary>The text with markers <c>[n]</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The passages behind the markers.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>One of <see cref="Outcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>How sure the answer is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>When a person is asked for in its place.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the conversation keeps of it until it is decided.</summary>
    [JsonIgnore]
    public PendingDraft? Pending { get; init; }
}
