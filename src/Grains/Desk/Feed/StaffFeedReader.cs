using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;

namespace SupportPlatform.Desk;

/// <summary>Reads what staff see of a store; no grain is woken for it.</summary>
internal sealed class StaffFeedReader(ConversationLists lists, AgentStore agents, OfferStore offers, IOptions<DeskOptions> options, TimeProvider time)
{
    private const int Page = 200;

    // Appends carry their silo's time and are seen once they are committed: what is this old cannot come any more.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    /// <summary>The conversations that changed after a moment, or a little before it, page by page.</summary>
    public async IAsyncEnumerable<ImmutableArray<ConversationLine>> Changed(
        string store, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (after, key) = (since - Overlap, "");
        while (true)
        {
            var rows = await lists.Changed(store, after, key, Page, cancellationToken);
            if (rows.Count > 0) yield return [.. rows.Select(r => r.Line)];
            if (rows.Count < Page) yield break;
            (after, key) = (rows[^1].Line.UpdatedAt, rows[^1].Key);
        }
    }

    /// <summary>The store's agents, by id.</summary>
    public async Task<IReadOnlyList<FeedAgent>> Agents(string store, CancellationToken cancellationToken)
    {
        var found = await agents.List(store, null, Limits.PageSize, cancellationToken);
        var now = time.GetUtcNow();
        return [.. found.Select(a => new FeedAgent(AgentRules.View(a, now, options.Value.PresenceGrace, []), a.Revision))];
    }

    /// <summary>What is offered, by agent.</summary>
    public Task<ILookup<string, OfferedConversation>> Offers(string store, CancellationToken cancellationToken) => offers.OfStore(store, cancellationToken);

    /// <summary>The counts of lists.</summary>
    public Task<OpenCounts> Count(string store, CancellationToken cancellationToken) => lists.Count(store, cancellationToken);
}
