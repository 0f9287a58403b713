using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>Lists conversations, as many lists at a time as are wanted.</summary>
[StatelessWorker]
[GrainType("conversations")]
internal sealed class ConversationsGrain(ConversationLists lists, ContextReader contexts, AgentStore agents) : Grain, IConversationsGrain
{
    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<ConversationPage> List(ConversationFilter filter, CancellationToken cancellationToken = default)
    {
        var caller = CallerContext.Current;
        var isVisitor = caller is { Kind: CallerKind.Visitor };
        if (isVisitor)
        {
            filter = new ConversationFilter { Status = filter.Status, ContactId = caller!.ContactId, Cursor = filter.Cursor, Limit = filter.Limit };
        }
        else
        {
            StaffGate.Require(AgentRole.Agent);
            filter = filter with { Of = filter.Of ?? caller?.AgentId };
        }

        if (filter.Limit is < 1 or > Limits.PageSize)
            throw new SupportException(ProblemCodes.InvalidRequest, $"The limit is 1 to {Limits.PageSize}.");
        if (filter is { View: InboxView.Mine or InboxView.Mentions, Of: null })
            throw new SupportException(ProblemCodes.InvalidRequest, "Say whose list it is: agent.");
        var page = await lists.Read(Store, filter, cancellationToken);
        return isVisitor ? page with { Conversations = [.. page.Conversations.Select(ForVisitor)] } : page;
    }

    /// <inheritdoc/>
    public async Task<ConversationCounts> Count(string? agentId, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        agentId ??= CallerContext.Current?.AgentId;
        var agent = agentId is null ? null : await agents.Find(Store, agentId, cancellationToken);
        return (await lists.Count(Store, cancellationToken)).Of(agentId, agent?.Profile.Desks ?? []);
    }

    /// <inheritdoc/>
    public Task<ConversationLine> GetLine(string conversationId, CancellationToken cancellationToken = default) =>
        lists.ReadLine(KeyOf(conversationId), cancellationToken);

    /// <inheritdoc/>
    public Task<ConversationContext> GetContext(string conversationId, CancellationToken cancellationToken = default) =>
        contexts.Read(KeyOf(conversationId), cancellationToken);

    private static ConversationLine ForVisitor(ConversationLine line) => new()
    {
        ConversationId = line.ConversationId,
        Status = line.Status,
        ContactId = line.ContactId,
        Channel = line.Channel,
        Locale = line.Locale,
        LastSeq = line.LastSeq,
        StartedAt = line.StartedAt,
        UpdatedAt = line.UpdatedAt,
        Desk = line.Desk,
        WaitingSince = line.WaitingSince,
    };

    private string KeyOf(string conversationId)
    {
        StaffGate.Require(AgentRole.Agent);
        return ConversationKey.TryParsePublic(conversationId, out var key) && key.Store == Store
            ? key.GrainKey
            : throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
    }
}
