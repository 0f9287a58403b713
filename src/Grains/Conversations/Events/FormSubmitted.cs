using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The customer filled in a form, or went on without it.</summary>
internal sealed record FormSubmitted : ConversationEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.FormSubmitted;

    /// <summary>The form's id.</summary>
    public required string FormId { get; init; }

    /// <summary>Whether the customer went on without it.</summary>
    public required bool Skipped { get; init; }

    /// <summary>The names of the fields that were filled in.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>Whether the customer agreed; null where nothing was to agree to.</summary>
    public bool? Consent { get; init; }

    /// <summary>True when a mail address is among the answers; else null.</summary>
    public bool? GivesMail { get; init; }

    /// <summary>What was written, for staff alone.</summary>
    [JsonIgnore]
    public FormAnswers? Answers { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override object? StaffData => Answers;
}
