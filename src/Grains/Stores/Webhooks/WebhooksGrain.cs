using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Stores;

/// <summary>Reads how webhooks do.</summary>
[StatelessWorker]
[GrainType("webhooks")]
internal sealed class WebhooksGrain(WebhookStore webhooks, TimeProvider time) : Grain, IWebhooksGrain
{
    /// <inheritdoc/>
    public Task<WebhookReport> Get(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return webhooks.Report(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> Redeliver(RedeliverWebhook command, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return ConversationKey.TryParsePublic(command.ConversationId, out var key) && key.Store == this.GetPrimaryKeyString()
            ? webhooks.Redeliver(key, command.Seq, command.Url, time.GetUtcNow(), cancellationToken)
            : throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
    }
}
