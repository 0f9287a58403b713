namespace SupportPlatform.Hosting;

/// <summary>What browsers are told about pages and everything else that comes from here.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds them to every response.</summary>
    public static void UsePageHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentSecurityPolicy = Policy;
        return next(context);
    });

    /// <summary>
    /// Files whose names carry their contents' hash never change; a page is asked for again each time. What the widget
    /// consists of is for the pages of others.
    /// </summary>
    public static void SetFileHeaders(HttpContext context, string path)
    {
        var headers = context.Response.Headers;
        var isAsset = path.StartsWith("/assets/", StringComparison.Ordinal);
        headers.CacheControl = isAsset ? "public, max-age=31536000, immutable" : "no-cache";
        if (!isAsset && path != "/widget.js") return;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
