namespace SupportPlatform.Security;

/// <summary>Where a request carries its token.</summary>
internal static class AccessToken
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// The bearer token of the Authorization header, else <c>access_token</c> of the query: browsers cannot set headers
    /// on an EventSource or a WebSocket.
    /// </summary>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return header[Scheme.Length..].Trim();
        return request.Query.TryGetValue("access_token", out var token) && token.Count == 1 ? token[0] : null;
    }
}
