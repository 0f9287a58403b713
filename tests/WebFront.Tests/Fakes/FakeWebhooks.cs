using SupportPlatform.Stores;

namespace SupportPlatform.Fakes;

/// <summary>One webhook, to which nothing was sent.</summary>
internal sealed class FakeWebhooks : IWebhooksGrain
{
    public Task<WebhookReport> Get(CancellationToken cancellationToken = default) =>
        Task.FromResult(new WebhookReport { Webhooks = [new WebhookState { Url = "https://hooks.example/" }], Deliveries = [] });

    public Task<bool> Redeliver(RedeliverWebhook command, CancellationToken cancellationToken = default) => Task.FromResult(true);
}
