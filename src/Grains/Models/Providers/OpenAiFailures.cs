using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;

namespace SupportPlatform.Models;

/// <summary>Names what went wrong in a call, without any of its content.</summary>
internal static class OpenAiFailures
{
    /// <summary>The failure as the platform knows it.</summary>
    public static ModelException Translate(Exception exception, string model) => exception switch
    {
        ClientResultException { Status: > 0 } e => Http(e, model),
        JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException =>
            new ModelException($"{model} answered something that is no chat completion.", exception) { IsTransient = true, Reason = "garbage" },
        OperationCanceledException or TimeoutException =>
            new ModelException($"{model} was silent for too long.", exception) { IsTransient = true, Reason = "timeout" },
        ClientResultException or HttpRequestException or IOException or AggregateException =>
            new ModelException($"The line to {model} broke or could not be opened.", exception) { IsTransient = true, Reason = "cut" },
        _ => new ModelException($"The call of {model} failed.", exception),
    };

    private static ModelException Http(ClientResultException e, string model)
    {
        var transient = e.Status is 408 or 409 or 429 or >= 500;
        var hint = e.Status switch
        {
            401 or 403 => " Check Model:ApiKey.",
            404 => " Check Model:Endpoint and Model:Name.",
            429 => " The rate or the quota is used up.",
            _ => "",
        };
        // The package's message may hold what was sent; the status says enough.
        return new ModelException($"{model} answered with status {e.Status}.{hint}", transient ? null : new HttpRequestException(e.GetType().Name))
        {
            IsTransient = transient,
            RetryAfter = RetryAfter(e.GetRawResponse()),
            Reason = string.Create(CultureInfo.InvariantCulture, $"http-{e.Status}"),
        };
    }

    private static TimeSpan? RetryAfter(PipelineResponse? response)
    {
        if (response is null) return null;
        if (response.Headers.TryGetValue("retry-after-ms", out var ms) &&
            double.TryParse(ms, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds >= 0)
            return TimeSpan.FromMilliseconds(milliseconds);
        if (!response.Headers.TryGetValue("retry-after", out var value) || value is null) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0)
            return TimeSpan.FromSeconds(Math.Min(seconds, 3600));
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) && response.Headers.TryGetValue("date", out var date) &&
            DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var now) && at > now ? at - now : null;
    }
}
