using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>What is offered to agents, from the agents' side.</summary>
internal sealed class OfferStore(NpgsqlDataSource database, StorageRetry retry)
{
    private const string ReadOffers = """
        SELECT o.id, o.conversation, o.desk, o.expires_at
          FROM desk_offers o
          JOIN conversations c ON c.key = o.conversation AND c.waiting_since IS NOT NULL AND c.desk = o.desk
         WHERE o.store = $1 AND o.agent = $2
         ORDER BY o.expires_at, o.conversation
        """;

    private const string ReadAll = $"""
        SELECT {LineRow.Columns}, o.id, o.agent, o.desk, o.expires_at
          FROM desk_offers o
          JOIN conversations c ON c.key = o.conversation AND c.waiting_since IS NOT NULL AND c.desk = o.desk
         WHERE o.store = $1 AND o.agent IS NOT NULL
         ORDER BY o.expires_at, o.conversation
        """;

    private const string FindOffer = "SELECT conversation FROM desk_offers WHERE store = $1 AND agent = $2 AND id = $3";

    private const string Pass =
        "UPDATE desk_offers SET agent = NULL, passed = array_append(passed, agent) WHERE store = $1 AND agent = $2 AND id = $3";

    /// <summary>What is offered to an agent, the longest offered first.</summary>
    public async Task<ImmutableArray<OfferView>> OfAgent(string store, string agentId, CancellationToken cancellationToken) =>
        [.. await retry.Read(database, ReadOffers, [store, agentId], ReadOffer, cancellationToken)];

    /// <summary>All that is offered in a store by agent, the longest offered first.</summary>
    public async Task<ILookup<string, OfferedConversation>> OfStore(string store, CancellationToken cancellationToken) =>
        (await retry.Read(database, ReadAll, [store], ReadOffered, cancellationToken)).ToLookup(o => o.Agent, o => o.Offer, StringComparer.Ordinal);

    /// <summary>The key of the conversation that is offered to an agent; null when it is not, or no longer.</summary>
    public async Task<string?> Find(string store, string agentId, string offerId, CancellationToken cancellationToken) =>
        (await retry.Read(database, FindOffer, [store, agentId, offerId], reader => reader.GetString(0), cancellationToken)).SingleOrDefault();

    /// <summary>The agent does not want it; false when it is not offered to the agent.</summary>
    public async Task<bool> Decline(string store, string agentId, string offerId, CancellationToken cancellationToken) =>
        await retry.Execute(database, Pass, [store, agentId, offerId], cancellationToken) > 0;

    private static (string Agent, OfferedConversation Offer) ReadOffered(NpgsqlDataReader reader)
    {
        var line = LineRow.Read(reader).Line;
        return (reader.GetString(LineRow.Count + 1), new OfferedConversation
        {
            OfferId = reader.GetString(LineRow.Count),
            ConversationId = line.ConversationId,
            Desk = reader.GetString(LineRow.Count + 2),
            ExpiresAt = reader.GetFieldValue<DateTimeOffset>(LineRow.Count + 3),
            Line = line,
        });
    }

    private static OfferView ReadOffer(NpgsqlDataReader reader) => new()
    {
        OfferId = reader.GetString(0),
        ConversationId = ConversationKey.FromGrainKey(reader.GetString(1)).PublicId,
        Desk = reader.GetString(2),
        ExpiresAt = reader.GetFieldValue<DateTimeOffset>(3),
    };
}
