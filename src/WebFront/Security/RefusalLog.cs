using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using SupportPlatform.Hosting;

namespace SupportPlatform.Security;

/// <summary>One warning for each refusal of somebody who wants what is not theirs. Never a token, a password or a text.</summary>
internal sealed partial class RefusalLog(IOptions<RateLimitOptions> limits, ILogger<RefusalLog> logger)
{
    private static readonly FrozenSet<string> Codes = new[]
    {
        ProblemCodes.AccessDenied, ProblemCodes.WrongStore, ProblemCodes.OriginNotAllowed, ProblemCodes.CsrfInvalid, ProblemCodes.TokenInvalid,
        ProblemCodes.SignInFailed, ProblemCodes.LockedOut, ProblemCodes.CodeInvalid,
    }.ToFrozenSet();

    /// <summary>Notes a refusal, if it is one of those.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="context">The request, or that of the socket.</param>
    /// <param name="method">The socket's method; null: the request's.</param>
    public void Note(string code, HttpContext? context, string? method = null)
    {
        if (!Codes.Contains(code)) return;

        // The route and not the path, which may hold a secret.
        var route = (context?.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var address = context is null ? null : ClientAddress.Of(context, limits.Value) ?? "loopback";
        LogRefusal(code, method ?? context?.Request.Method, route, context?.GetRouteValue("store") as string, context?.Subject(), address);
    }

    [LoggerMessage(1, LogLevel.Warning, "Refused with {Code}: {Method} {Route}, store {Store}, by {Subject}, from {Address}")]
    private partial void LogRefusal(string code, string? method, string? route, string? store, string? subject, string? address);
}
