using Microsoft.Extensions.Options;
using SupportPlatform.Accounts;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Agents;

/// <summary>
/// A human agent. The activation keeps nothing: it puts the agent's claims one after another, so that they do not fail on
/// each other, and what holds the number of slots is the claim's own transaction (docs/adr/0013-slots-and-queues.md).
/// </summary>
[GrainType("agent")]
internal sealed class AgentGrain(
    AgentStore agents, OfferStore offers, InvitationStore invitations, DeskSignal desks, IOptions<DeskOptions> options, TimeProvider time)
    : Grain, IAgentGrain
{
    private const int ClaimAttempts = 3;

    private string Store => StoreKey.OfGrainKey(this.GetPrimaryKeyString());

    private string AgentId => AgentKey.AgentIdOf(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<AgentView> Put(AgentProfile profile, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        if (profile.Email is { } email) profile = profile with { Email = AccountAddress.Check(email) };
        AgentRules.Check(AgentId, profile);
        var before = await agents.Find(Store, AgentId, cancellationToken);
        if (AgentRules.IsForOwners(before?.Profile, profile)) StaffGate.Require(AgentRole.Owner);
        if (!await agents.Put(Store, AgentId, profile, cancellationToken)) throw LastOwner();
        desks.Set(Store);
        return await Get(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<AgentView> Get(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        var agent = await agents.Find(Store, AgentId, cancellationToken) ?? throw NotFound();
        return AgentRules.View(agent, time.GetUtcNow(), options.Value.PresenceGrace, await offers.OfAgent(Store, AgentId, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task Delete(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var agent = await agents.Find(Store, AgentId, cancellationToken) ?? throw NotFound();
        if (AgentRules.IsForOwners(agent.Profile, null)) StaffGate.Require(AgentRole.Owner);
        if (!await agents.Delete(Store, AgentId, time.GetUtcNow(), cancellationToken) && await agents.Find(Store, AgentId, cancellationToken) is not null)
            throw LastOwner();
        desks.Set(Store);
    }

    /// <inheritdoc/>
    public async Task<AgentView> SetPresence(AgentPresence? presence, CancellationToken cancellationToken = default)
    {
        StaffGate.RequireSelf(AgentId);
        if (presence is { } given && !Enum.IsDefined(given))
            throw new SupportException(ProblemCodes.InvalidRequest, "The presence is online, busy, away or offline.");
        if (!await agents.Seen(Store, AgentId, time.GetUtcNow(), presence, cancellationToken)) throw NotFound();
        if (presence is not null) desks.Set(Store);
        return await Get(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ClaimReceipt> Claim(ClaimConversation command, string conversationKey, CancellationToken cancellationToken = default)
    {
        StaffGate.RequireSelf(AgentId);
        if (ConversationKey.FromGrainKey(conversationKey).Store != Store)
            throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
        var profile = (await agents.Find(Store, AgentId, cancellationToken))?.Profile;
        var claim = command with
        {
            AgentId = AgentId,
            AgentName = profile?.Name ?? command.AgentName,
            PictureUrl = profile is null ? command.PictureUrl : profile.PictureUrl,
        };
        return await Claim(conversationKey, claim, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> Receive(TransferConversation command, string conversationKey, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        if (ConversationKey.FromGrainKey(conversationKey).Store != Store)
            throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
        var transfer = command with { AgentId = AgentId, Desk = null };
        return Again(() => GrainFactory.GetGrain<IConversationGrain>(conversationKey).Transfer(transfer, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ClaimReceipt> Accept(string offerId, CancellationToken cancellationToken = default)
    {
        StaffGate.RequireSelf(AgentId);
        var conversation = await offers.Find(Store, AgentId, offerId, cancellationToken)
            ?? throw new SupportException(ProblemCodes.OfferNotFound, "This is not offered, or no longer.");
        return await Claim(new ClaimConversation { AgentId = AgentId, AgentName = AgentId }, conversation, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> Decline(string offerId, CancellationToken cancellationToken = default)
    {
        StaffGate.RequireSelf(AgentId);
        if (!await offers.Decline(Store, AgentId, offerId, cancellationToken)) return false;
        desks.Set(Store);
        return true;
    }

    /// <inheritdoc/>
    public async Task<string> Invite(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var profile = (await agents.Find(Store, AgentId, cancellationToken) ?? throw NotFound()).Profile;
        if (profile.Email is not { } email) throw new SupportException(ProblemCodes.InvalidRequest, "The agent has no mail address.");

        // Whoever has the invitation can be the agent, and so it is as much as the role itself.
        if (profile.Role >= AgentRole.Administrator) StaffGate.Require(AgentRole.Owner);
        var token = Secrets.New();
        var resets = CallerContext.Current is not { Kind: CallerKind.Staff };
        await invitations.Invite(Digest.Of(token), Store, AgentId, email, resets, time.GetUtcNow() + AccountRules.InvitationLife, cancellationToken);
        desks.Set(Store);
        return token;
    }

    /// <inheritdoc/>
    public async Task<bool> WithdrawInvitation(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var profile = (await agents.Find(Store, AgentId, cancellationToken) ?? throw NotFound()).Profile;
        if (profile.Role >= AgentRole.Administrator) StaffGate.Require(AgentRole.Owner);
        if (!await invitations.Withdraw(Store, AgentId, cancellationToken)) return false;
        desks.Set(Store);
        return true;
    }

    private Task<ClaimReceipt> Claim(string conversationKey, ClaimConversation claim, CancellationToken cancellationToken) =>
        Again(() => GrainFactory.GetGrain<IConversationGrain>(conversationKey).Claim(claim, cancellationToken));

    // It is refused as busy where somebody else counted the agent's slots in the same moment; nothing has happened then.
    private static async Task<T> Again<T>(Func<Task<T>> take)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await take();
            }
            catch (SupportException e) when (e.Code == ProblemCodes.Busy && attempt < ClaimAttempts)
            {
                // Counted anew.
            }
        }
    }

    private static SupportException LastOwner() => new(ProblemCodes.LastOwner, "A store has at least one owner; name another one first.");

    private static SupportException NotFound() => new(ProblemCodes.AgentNotFound, "There is no such agent.");
}
