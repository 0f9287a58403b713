using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using SupportPlatform.Security;

namespace SupportPlatform.Hosting;

/// <summary>Turns exceptions of requests into problem details; only unexpected ones are logged.</summary>
internal sealed partial class RequestFailureHandler(ProblemWriter writer, RefusalLog refusals, ILogger<RequestFailureHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // Nobody is there to read it, and it is nobody's fault.
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (exception is RateLimitedException limited)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(limited.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var (code, detail) = exception switch
        {
            RateLimitedException tooMany => (tooMany.Code, exception.Message),
            SupportException refusal => (refusal.Code, refusal.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                (FrontProblemCodes.RequestTooLarge, "The request's body is too large."),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
                (FrontProblemCodes.UnsupportedMediaType, "The request's body is JSON with the content type application/json."),
            BadHttpRequestException bad => (ProblemCodes.InvalidRequest, Explain(bad)),
            TimeoutException => (FrontProblemCodes.Timeout, "The answer took too long; it is not known whether the request was carried out."),
            _ => (FrontProblemCodes.Internal, "Something went wrong here; it has been logged."),
        };
        if (code is FrontProblemCodes.Internal or FrontProblemCodes.Timeout)
            LogFailure(exception, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName);
        refusals.Note(code, httpContext);
        await writer.Write(httpContext, code, detail);
        return true;
    }

    private static string Explain(BadHttpRequestException bad) => bad.InnerException is JsonException { Path: { Length: > 1 } path }
        ? $"The body is not as described at {path}."
        : bad.InnerException is JsonException ? "The body is not as described." : bad.Message;

    [LoggerMessage(1, LogLevel.Error, "{Method} {Endpoint} failed")]
    private partial void LogFailure(Exception exception, string method, string? endpoint);
}
