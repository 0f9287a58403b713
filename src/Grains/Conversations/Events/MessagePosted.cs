using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations.Events;

/// <summary>Somebody said something.</summary>
internal sealed record MessagePosted : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.MessagePosted;

    /// <summary>The message's id.</summary>
    public required string MessageId { get; init; }

    /// <summary>A <see cref="MessageRole"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The name of who said it, where it is not the customer.</summary>
    public string? Author { get; init; }

    /// <summary>The text; an assistant's has markers <c>[n]</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The passages behind the markers.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>The customer's client's id of the message.</summary>
    public string? ClientMessageId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? PostedAs => ClientMessageId;

    /// <summary>The turn that wrote it.</summary>
    public string? TurnId { get; init; }

    /// <summary>What the customer sent with it; null for nothing.</summary>
    public ImmutableArray<AttachmentReference>? Attachments { get; init; }

    /// <summary>Choices to click, or follow-up questions.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    /// <summary>What the customer can do now: <c>offer-human</c>.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];
}
