namespace SupportPlatform.Security;

/// <summary>The cookie that carries a session's secret id.</summary>
internal static class SessionCookie
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "support_session";

    private const int MaxLength = 100;

    // The server ends sessions; this only outlives any of them.
    private static readonly TimeSpan Age = TimeSpan.FromDays(14);

    /// <summary>The id that a request carries, or null.</summary>
    public static string? Of(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var id) && id is { Length: > 0 and <= MaxLength } ? id : null;

    /// <summary>Gives the browser an id.</summary>
    public static void Set(HttpContext context, string id) => context.Response.Cookies.Append(Name, id, Options(context, Age));

    /// <summary>Takes it away.</summary>
    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, age: null));

    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = age,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
