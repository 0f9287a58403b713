using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Stores;

/// <summary>Sends one message to one address, bounded in time and in what is read of the answer.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int MostRead = 1_024;
    private const int MostConnections = 10;

    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client;

    /// <summary>A sender that connects as pages are fetched: to checked addresses, without redirections.</summary>
    public WebhookSender(IOptions<WebhookOptions> options, PageConnector connector, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        var handler = _options.AllowPrivate ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false } : connector.Handler();
        handler.MaxConnectionsPerServer = MostConnections;
        _client = new HttpMessageInvoker(handler);
    }

    /// <summary>Sends; null when it was taken.</summary>
    public async Task<WebhookFailure?> Send(DueDelivery delivery, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.TimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Request(delivery);
            using var response = await _client.SendAsync(request, both.Token);
            if (response.IsSuccessStatusCode) return null;
            var said = await Beginning(response, both.Token);
            return new WebhookFailure($"status {(int)response.StatusCode}: {said}", response.StatusCode == HttpStatusCode.Gone);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookFailure($"no answer within {_options.TimeLimit.TotalSeconds} s");
        }
        catch (ExtractionException e)
        {
            return new WebhookFailure(e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return new WebhookFailure("the receiver could not be reached");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static async Task<string> Beginning(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostRead];
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var count = await body.ReadAtLeastAsync(bytes, MostRead, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, count).Replace('\0', ' ');
    }

    private HttpRequestMessage Request(DueDelivery delivery)
    {
        var url = _options.AllowPrivate ? new Uri(delivery.Url) : PageAddress.Parse(delivery.Url);
        var body = delivery.Body();
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", delivery.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookRules.Sign(delivery.Secret, delivery.Id, timestamp, body));
        return request;
    }
}
