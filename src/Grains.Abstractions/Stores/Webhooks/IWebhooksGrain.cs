namespace SupportPlatform.Stores;

/// <summary>Says how a store's webhooks do. The key is the store's id. For administrators.</summary>
[Alias("support.stores.IWebhooksGrain")]
public interface IWebhooksGrain : IGrainWithStringKey
{
    /// <summary>The webhooks and the last deliveries.</summary>
    [Alias("Get")]
    Task<WebhookReport> Get(CancellationToken cancellationToken = default);
}
