using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Stores;

/// <summary>Reads how webhooks do.</summary>
[StatelessWorker]
[GrainType("webhooks")]
internal sealed class WebhooksGrain(WebhookStore webhooks) : Grain, IWebhooksGrain
{
    /// <inheritdoc/>
    public Task<WebhookReport> Get(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return webhooks.Report(this.GetPrimaryKeyString(), cancellationToken);
    }
}
