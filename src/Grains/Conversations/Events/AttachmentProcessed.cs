using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>An attachment has been read, or cannot be.</summary>
internal sealed record AttachmentProcessed : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.AttachmentProcessed;

    /// <summary>Named as its due row, so that it is in the log once.</summary>
    [JsonIgnore]
    public override string? PostedAs => DueKinds.Attachment(AttachmentId);

    /// <summary>The attachment's id.</summary>
    public required string AttachmentId { get; init; }

    /// <summary><c>ready</c> or <c>failed</c>; see <see cref="Knowledge.SourceStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it cannot be read, as a stable code.</summary>
    public string? Code { get; init; }

    /// <summary>Why it cannot be read and what to do about it.</summary>
    public string? Detail { get; init; }

    /// <summary>The title that it gives itself.</summary>
    public string? Title { get; init; }
}
