using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPlatform.Conversations.Events;

/// <summary>A priority in events: its name in lower case, as everywhere on the wire.</summary>
internal sealed class WirePriority() : JsonStringEnumConverter<ConversationPriority>(JsonNamingPolicy.KebabCaseLower);
