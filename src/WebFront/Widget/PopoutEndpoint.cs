using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Widget;

/// <summary>The page that holds a store's chat and nothing else, for a window of its own.</summary>
internal static class PopoutEndpoint
{
    private const int LongestOption = 300;

    // Pictures may be the store's or an agent's own, at any address; everything else is from here.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: blob:; media-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Maps it.</summary>
    public static void MapPopout(this IEndpointRouteBuilder app) =>
        app.MapGet("/widget/popout/{store}", Show).WithAccess(AccessRule.Page).ExcludeFromDescription();

    /// <summary>The page; <paramref name="from"/> is the origin of the page that opens the window and shares its chat.</summary>
    private static async Task<IResult> Show(
        string store, string? from, string? color, string? theme, string? locale,
        HttpContext http, StoreProfiles profiles, StoreOrigins origins, CancellationToken cancellationToken)
    {
        var profile = await profiles.Get(store, cancellationToken);
        if (new[] { from, color, theme, locale }.Any(o => o is { Length: > LongestOption }))
            throw new SupportException(ProblemCodes.InvalidRequest, $"An option has at most {LongestOption} characters.");

        // Another page could otherwise have its own conversation shown under this address.
        if (from is not null && !await origins.IsAllowed(http.Request, from, store, cancellationToken))
            throw new SupportException(ProblemCodes.OriginNotAllowed, "Pages of this origin may not open this store's chat.");
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "no-cache";
        return new RazorComponentResult<PopoutPage>(new Dictionary<string, object?>
        {
            ["Store"] = store,
            ["Settings"] = profile.Settings,
            ["Opener"] = from,
            ["Color"] = color,
            ["Theme"] = theme,
            ["Locale"] = locale,
        });
    }
}
