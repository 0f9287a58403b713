using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>Lists conversations, as many lists at a time as are wanted.</summary>
[StatelessWorker]
[GrainType("conversations")]
internal sealed class ConversationsGrain(ConversationLists lists) : Grain, IConversationsGrain
{
    /// <inheritdoc/>
    public async Task<ConversationPage> List(ConversationFilter filter, CancellationToken cancellationToken = default)
    {
        var caller = CallerContext.Current;
        var isVisitor = caller is { Kind: CallerKind.Visitor };
        if (isVisitor) filter = filter with { ContactId = caller!.ContactId, Desk = null, AgentId = null };
        else StaffGate.Require(AgentRole.Agent);
        if (filter.Limit is < 1 or > Limits.PageSize)
            throw new SupportException(ProblemCodes.InvalidRequest, $"The limit is 1 to {Limits.PageSize}.");
        var page = await lists.Read(this.GetPrimaryKeyString(), filter, cancellationToken);
        return isVisitor ? page with { Conversations = [.. page.Conversations.Select(c => c with { AgentId = null })] } : page;
    }
}
