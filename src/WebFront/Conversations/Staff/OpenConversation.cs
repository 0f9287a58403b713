using SupportPlatform.Conversations.Relay;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Staff;

/// <summary>A conversation that a socket of staff has open.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="AgentId">As which agent, where that is known.</param>
/// <param name="Relay">What it follows.</param>
/// <param name="Subscriber">Its place in that.</param>
internal sealed record OpenConversation(Caller Caller, string? AgentId, ConversationRelay Relay, StaffSubscriber Subscriber);
