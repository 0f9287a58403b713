using System.Collections.Immutable;
using SupportPlatform.Desk;

namespace SupportPlatform.Conversations.Staff;

/// <summary>All that is offered to the agent now.</summary>
internal sealed record OffersMessage(string Store, ImmutableArray<OfferedConversation> Offers);
