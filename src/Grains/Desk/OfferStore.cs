using System.Collections.Immutable;
using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

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

    private const string FindOffer = "SELECT conversation FROM desk_offers WHERE store = $1 AND agent = $2 AND id = $3";

    private const string Pass =
        "UPDATE desk_offers SET agent = NULL, passed = array_append(passed, agent) WHERE store = $1 AND agent = $2 AND id = $3";

    /// <summary>What is offered to an agent, the longest offered first.</summary>
    public Task<ImmutableArray<OfferView>> OfAgent(string store, string agentId, CancellationToken cancellationToken) => retry.Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var command = connection.Statement(ReadOffers, store, agentId);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var offers = ImmutableArray.CreateBuilder<OfferView>();
            while (await reader.ReadAsync(ct))
            {
                offers.Add(new OfferView
                {
                    OfferId = reader.GetString(0),
                    ConversationId = ConversationKey.FromGrainKey(reader.GetString(1)).PublicId,
                    Desk = reader.GetString(2),
                    ExpiresAt = reader.GetFieldValue<DateTimeOffset>(3),
                });
            }

            return offers.ToImmutable();
        },
        cancellationToken);

    /// <summary>The key of the conversation that is offered to an agent; null when it is not, or no longer.</summary>
    public Task<string?> Find(string store, string agentId, string offerId, CancellationToken cancellationToken) => retry.Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var command = connection.Statement(FindOffer, store, agentId, offerId);
            return await command.ExecuteScalarAsync(ct) as string;
        },
        cancellationToken);

    /// <summary>The agent does not want it; false when it is not offered to the agent.</summary>
    public Task<bool> Decline(string store, string agentId, string offerId, CancellationToken cancellationToken) => retry.Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var command = connection.Statement(Pass, store, agentId, offerId);
            return await command.ExecuteNonQueryAsync(ct) > 0;
        },
        cancellationToken);
}
