using System.Collections.Concurrent;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;

namespace SupportPlatform.Fakes;

/// <summary>Agents in memory, by the key of their grain.</summary>
internal sealed class FakeAgents(FakeGrains grains) : IAgentsGrain
{
    private readonly ConcurrentDictionary<string, AgentView> _agents = new();

    /// <summary>The conversation that is offered to everybody, as <c>offer-1</c>.</summary>
    public string? Offered { get; set; }

    public IAgentGrain Agent(string key) => new One(this, key);

    public Task<AgentPage> List(string? after, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult(new AgentPage { Items = [.. _agents.Values.OrderBy(a => a.AgentId).Take(limit)] });

    private sealed class One(FakeAgents all, string key) : IAgentGrain
    {
        private string Id => AgentKey.AgentIdOf(key);

        public Task<AgentView> Put(AgentProfile profile, CancellationToken cancellationToken = default) => Task.FromResult(
            all._agents[key] = new AgentView { AgentId = Id, Profile = profile, Presence = AgentPresence.Offline, Conversations = 0 });

        public async Task<bool> Receive(TransferConversation command, string conversationKey, CancellationToken cancellationToken = default)
        {
            await Get(cancellationToken);
            return await all.Conversation(conversationKey).Transfer(command with { AgentId = Id }, cancellationToken);
        }

        public Task<AgentView> Get(CancellationToken cancellationToken = default) => all._agents.TryGetValue(key, out var agent)
            ? Task.FromResult(agent)
            : throw new SupportException(ProblemCodes.AgentNotFound, "There is no such agent.");

        public Task Delete(CancellationToken cancellationToken = default) => all._agents.TryRemove(key, out _)
            ? Task.CompletedTask
            : throw new SupportException(ProblemCodes.AgentNotFound, "There is no such agent.");

        public async Task<AgentView> SetPresence(AgentPresence? presence, CancellationToken cancellationToken = default) =>
            all._agents[key] = (await Get(cancellationToken)) with { Presence = presence ?? (await Get(cancellationToken)).Presence };

        public Task<ClaimReceipt> Claim(ClaimConversation command, string conversationKey, CancellationToken cancellationToken = default) =>
            all._agents.TryGetValue(key, out var agent) && agent.Profile.Slots == 0
                ? throw new SupportException(ProblemCodes.NoFreeSlot, "No slot is free.")
                : all.Conversation(conversationKey).Claim(command, cancellationToken);

        public Task<ClaimReceipt> Accept(string offerId, CancellationToken cancellationToken = default) =>
            offerId == "offer-1" && all.Offered is { } offered
                ? Claim(new ClaimConversation { AgentId = Id, AgentName = Id }, offered, cancellationToken)
                : throw new SupportException(ProblemCodes.OfferNotFound, "This is not offered.");

        public Task<string> Invite(CancellationToken cancellationToken = default) => Task.FromResult($"invitation-of-{Id}");

        public Task<bool> WithdrawInvitation(CancellationToken cancellationToken = default) => Task.FromResult(true);

        public Task<bool> Decline(string offerId, CancellationToken cancellationToken = default) => Task.FromResult(offerId == "offer-1");
    }

    private FakeConversation Conversation(string key) => grains.FakeConversation(ConversationKey.FromGrainKey(key));
}
