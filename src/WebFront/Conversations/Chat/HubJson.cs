using System.Text.Json.Serialization;
using SupportPlatform.Agents;
using SupportPlatform.Conversations.Staff;

namespace SupportPlatform.Conversations.Chat;

/// <summary>How calls to the hub and their results are JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JoinRequest))]
[JsonSerializable(typeof(JoinReply))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(ReadReply))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(PostReceipt))]
[JsonSerializable(typeof(WatchRequest))]
[JsonSerializable(typeof(WatchReply))]
[JsonSerializable(typeof(OpenRequest))]
[JsonSerializable(typeof(OpenReply))]
[JsonSerializable(typeof(ConversationRequest))]
[JsonSerializable(typeof(SeeingRequest))]
[JsonSerializable(typeof(PresenceRequest))]
[JsonSerializable(typeof(AgentView))]
[JsonSerializable(typeof(LinesMessage))]
[JsonSerializable(typeof(CountsMessage))]
[JsonSerializable(typeof(AgentsMessage))]
[JsonSerializable(typeof(OffersMessage))]
internal sealed partial class HubJson : JsonSerializerContext;
