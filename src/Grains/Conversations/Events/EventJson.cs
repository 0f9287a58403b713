using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>The shapes of events and of the conversation's state, for <see cref="EventFormat"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationStarted))]
[JsonSerializable(typeof(ContactIdentified))]
[JsonSerializable(typeof(IdentityDetails))]
[JsonSerializable(typeof(MessagePosted))]
[JsonSerializable(typeof(AttachmentProcessed))]
[JsonSerializable(typeof(TurnStarted))]
[JsonSerializable(typeof(TurnCompleted))]
[JsonSerializable(typeof(TurnCancelled))]
[JsonSerializable(typeof(TurnFailed))]
[JsonSerializable(typeof(Resolved))]
[JsonSerializable(typeof(Reopened))]
[JsonSerializable(typeof(Rated))]
[JsonSerializable(typeof(TurnDetails))]
[JsonSerializable(typeof(StartDetails))]
[JsonSerializable(typeof(EscalationRequested))]
[JsonSerializable(typeof(EscalationDetails))]
[JsonSerializable(typeof(Queued))]
[JsonSerializable(typeof(AgentJoined))]
[JsonSerializable(typeof(AgentLeft))]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(FormRequested))]
[JsonSerializable(typeof(FormSubmitted))]
[JsonSerializable(typeof(FormAnswers))]
[JsonSerializable(typeof(Transferred))]
[JsonSerializable(typeof(Snoozed))]
[JsonSerializable(typeof(Woken))]
[JsonSerializable(typeof(Tagged))]
[JsonSerializable(typeof(PrioritySet))]
[JsonSerializable(typeof(SpamSet))]
[JsonSerializable(typeof(LineFacts))]
[JsonSerializable(typeof(SlaBreached))]
[JsonSerializable(typeof(SlaState))]
[JsonSerializable(typeof(Whispered))]
[JsonSerializable(typeof(ApprovalSet))]
[JsonSerializable(typeof(DraftProposed))]
[JsonSerializable(typeof(DraftApproved))]
[JsonSerializable(typeof(DraftRejected))]
[JsonSerializable(typeof(DraftStale))]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class EventJson : JsonSerializerContext;
