using SupportPlatform.Conversations;

namespace SupportPlatform.Agents;

/// <summary>
/// A human agent of a store. The key is an <see cref="AgentKey"/>. Whoever is not added has no limit of
/// conversations and is offered none.
/// </summary>
[Alias("support.agents.IAgentGrain")]
public interface IAgentGrain : IGrainWithStringKey
{
    /// <summary>Adds the agent or replaces the profile; for administrators, and what concerns administrators and owners for owners.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.EmailTaken"/>, <see cref="ProblemCodes.LastOwner"/>.</exception>
    [Alias("Put")]
    Task<AgentView> Put(AgentProfile profile, CancellationToken cancellationToken = default);

    /// <summary>The agent, with what is offered at this moment.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AgentNotFound"/>.</exception>
    [AlwaysInterleave]
    [Alias("Get")]
    Task<AgentView> Get(CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the agent. What the agent has waits in a queue again within seconds; invitations end at once, and so do the sessions
    /// of the person, unless the person works in another store.
    /// </summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AgentNotFound"/>, <see cref="ProblemCodes.LastOwner"/>.</exception>
    [Alias("Delete")]
    Task Delete(CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that the agent is there, and with what presence if that changes. Whoever is silent for longer than
    /// <c>Desk:PresenceGrace</c> is away.
    /// </summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AgentNotFound"/>.</exception>
    [AlwaysInterleave]
    [Alias("SetPresence")]
    Task<AgentView> SetPresence(AgentPresence? presence, CancellationToken cancellationToken = default);

    /// <summary>
    /// Claims a conversation. Claims of one agent are made one after another, and never more than the agent has slots.
    /// </summary>
    /// <param name="command">The claim; name and picture are the profile's where there is one.</param>
    /// <param name="conversationKey">The conversation's grain key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException"><see cref="ProblemCodes.NoFreeSlot"/>, or what the conversation refuses.</exception>
    [Alias("Claim")]
    Task<ClaimReceipt> Claim(ClaimConversation command, string conversationKey, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes over a conversation that somebody gives to the agent. Within the same order as the agent's claims, and never more
    /// than the agent has slots.
    /// </summary>
    /// <param name="command">The transfer; it names no desk.</param>
    /// <param name="conversationKey">The conversation's grain key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False when the agent has it already.</returns>
    /// <exception cref="SupportException">What <see cref="Conversations.IConversationGrain.Transfer"/> refuses.</exception>
    [Alias("Receive")]
    Task<bool> Receive(TransferConversation command, string conversationKey, CancellationToken cancellationToken = default);

    /// <summary>Claims what is offered.</summary>
    /// <exception cref="SupportException">
    /// <see cref="ProblemCodes.OfferNotFound"/>: it is another's by now; <see cref="ProblemCodes.NoFreeSlot"/>.
    /// </exception>
    [Alias("Accept")]
    Task<ClaimReceipt> Accept(string offerId, CancellationToken cancellationToken = default);

    /// <summary>Leaves what is offered to others; false when it was not offered, or no longer.</summary>
    [Alias("Decline")]
    Task<bool> Decline(string offerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// The secret of a new invitation of the profile's mail address, good once and for 7 days; the ones before end. Made with the
    /// administration key it also lets somebody who has lost the password choose a new one.
    /// </summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AgentNotFound"/>; <see cref="ProblemCodes.InvalidRequest"/>: there is no address.</exception>
    [Alias("Invite")]
    Task<string> Invite(CancellationToken cancellationToken = default);

    /// <summary>Ends an invitation that was not accepted yet; false when there is none.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.AgentNotFound"/>.</exception>
    [Alias("WithdrawInvitation")]
    Task<bool> WithdrawInvitation(CancellationToken cancellationToken = default);
}
