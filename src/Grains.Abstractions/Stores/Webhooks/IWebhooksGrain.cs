namespace SupportPlatform.Stores;

/// <summary>Says how a store's webhooks do. The key is the store's id. For administrators.</summary>
[Alias("support.stores.IWebhooksGrain")]
public interface IWebhooksGrain : IGrainWithStringKey
{
    /// <summary>The webhooks and the last deliveries.</summary>
    [Alias("Get")]
    Task<WebhookReport> Get(CancellationToken cancellationToken = default);

    /// <summary>Sends something once more; false while it is on its way, and where its webhook is paused, failed or gone.</summary>
    [Alias("Redeliver")]
    Task<bool> Redeliver(RedeliverWebhook command, CancellationToken cancellationToken = default);
}
