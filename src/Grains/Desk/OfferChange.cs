using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>A change of what a desk offers.</summary>
/// <param name="Conversation">The conversation, as it was read.</param>
/// <param name="AgentId">To whom it is offered now; null: to nobody.</param>
/// <param name="ExpiresAt">As in <see cref="StoredOffer"/>.</param>
/// <param name="Passed">As in <see cref="StoredOffer"/>.</param>
internal sealed record OfferChange(WaitingConversation Conversation, string? AgentId, DateTimeOffset ExpiresAt, ImmutableArray<string> Passed);
