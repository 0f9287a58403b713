using System.Text.Json.Serialization;

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
internal sealed partial class HubJson : JsonSerializerContext;
