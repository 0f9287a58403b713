using Microsoft.AspNetCore.Cors.Infrastructure;
using SupportPlatform.Conversations;
using SupportPlatform.Stores;

namespace SupportPlatform.Security;

/// <summary>
/// Which pages may call: those of this host, and those that the store allows. It answers browsers' CORS questions and
/// guards WebSockets, for which browsers ask none.
/// </summary>
internal sealed class StoreOrigins(StoreProfiles profiles) : ICorsPolicyProvider
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);
    private static readonly CorsPolicy None = new();

    /// <inheritdoc/>
    public async Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0) return None;
        var allowed = StoreOf(context) is { } store
            ? await IsAllowed(context.Request, store, context.RequestAborted)
            : IsPreflight(context.Request) && IsHub(context.Request);
        if (!allowed) return None;
        var policy = new CorsPolicyBuilder(origin).AllowAnyMethod().AllowAnyHeader()
            .WithExposedHeaders("Retry-After", "Location").SetPreflightMaxAge(PreflightAge);

        // SignalR's own client asks with credentials unless told not to. The chat takes tokens only, and the staff's hub refuses pages of other hosts.
        if (IsHub(context.Request)) policy.AllowCredentials();
        return policy.Build();
    }

    /// <summary>Whether a page of the request's origin may act in a store. A request without an origin is no page's.</summary>
    public async ValueTask<bool> IsAllowed(HttpRequest request, string store, CancellationToken cancellationToken)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || await IsAllowed(request, origin, store, cancellationToken);
    }

    /// <summary>Whether a page of an origin may act in a store.</summary>
    public async ValueTask<bool> IsAllowed(HttpRequest request, string origin, string store, CancellationToken cancellationToken)
    {
        if (OwnPages.IsOwn(request, origin)) return true;
        var profile = await profiles.Find(store, cancellationToken);
        if (profile is null) return false;
        foreach (var allowed in profile.Settings.AllowedOrigins)
        {
            if (allowed == "*" || string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // A preflight of the hub cannot say its store; what follows it can, and is refused then.
    private static string? StoreOf(HttpContext context)
    {
        if (context.GetRouteValue("store") is string store) return store;
        if (ConversationKey.TryParsePublic(context.GetRouteValue("id") as string, out var key)) return key.Store;
        return VisitorTokens.PeekStore(AccessToken.Of(context.Request));
    }

    private static bool IsHub(HttpRequest request) => request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal);

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");
}
