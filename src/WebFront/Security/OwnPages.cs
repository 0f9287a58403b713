namespace SupportPlatform.Security;

/// <summary>Whether a page of this very host asks. Cookies go along by themselves, so they count for no others.</summary>
internal static class OwnPages
{
    /// <summary>The header by which a page proves that it could read its session.</summary>
    public const string CsrfHeader = "X-CSRF";

    /// <summary>Refuses other hosts' pages.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.OriginNotAllowed"/>.</exception>
    public static void Require(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if ((origin.Length > 0 && !IsOwn(request, origin)) || site is not ("" or "same-origin" or "none"))
            throw new SupportException(ProblemCodes.OriginNotAllowed, "Pages of other hosts may not use this.");
    }

    /// <summary>Whether an origin is this host's. Behind a proxy that is not known the scheme differs, so only host and port are compared.</summary>
    public static bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) &&
        (string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) ||
         (request.Host.Port is null && string.Equals(uri.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)));

    /// <summary>This host as the browser knows it.</summary>
    public static string Host(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
