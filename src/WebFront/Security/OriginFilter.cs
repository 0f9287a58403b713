using SupportPlatform.Conversations;

namespace SupportPlatform.Security;

/// <summary>Refuses calls of pages that the store does not allow, before they do anything.</summary>
internal sealed class OriginFilter(StoreOrigins origins) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var store = http.GetRouteValue("store") as string
            ?? (ConversationKey.TryParsePublic(http.GetRouteValue("id") as string, out var key) ? key.Store : null);
        if (store is not null && !await origins.IsAllowed(http.Request, store, http.RequestAborted))
            throw new SupportException(ProblemCodes.OriginNotAllowed, "Pages of this origin may not call this store.");
        return await next(context);
    }
}
