using SupportPlatform.Conversations;
using SupportPlatform.Stores;

namespace SupportPlatform.Security;

/// <summary>
/// Applies the endpoint's <see cref="AccessRule"/> and sets the caller of the request's grain calls. Whether a
/// conversation is the caller's own is the grain's to say.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, CallerAuthenticator authenticator, StoreOrigins origins)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AccessMetadata>() is { Rule: var rule })
        {
            CallerContext.Current = rule switch
            {
                AccessRule.Page => await Page(context),
                AccessRule.Conversation => await Conversation(context),
                AccessRule.Store => await Store(context),
                AccessRule.Administrator => Administrator(context.Request),
            };
        }

        await next(context);
    }

    private async ValueTask<Caller?> Page(HttpContext context)
    {
        if (context.GetRouteValue("store") is string store) await CheckOrigin(context, store);
        return null;
    }

    private async ValueTask<Caller> Conversation(HttpContext context)
    {
        var token = AccessToken.Of(context.Request);
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "A visitor's token is needed.");
        if (!ConversationKey.TryParsePublic(context.GetRouteValue("id") as string, out var key))
            throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
        await CheckOrigin(context, key.Store);
        context.SetConversation(key);
        return await authenticator.Authenticate(token, key.Store, context.RequestAborted);
    }

    private async ValueTask<Caller> Store(HttpContext context)
    {
        var store = StoreKey.Check((context.GetRouteValue("store") as string)!);
        await CheckOrigin(context, store);
        return await authenticator.Authenticate(AccessToken.Of(context.Request), store, context.RequestAborted);
    }

    private Caller Administrator(HttpRequest request)
    {
        // Not from the query: an administration key in an address would end in logs and histories.
        var token = request.Headers.Authorization.Count > 0 ? AccessToken.Of(request) : null;
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "The administration key is needed.");
        return authenticator.IsAdministrator(token)
            ? Caller.Administrator
            : throw new SupportException(ProblemCodes.TokenInvalid, "The key is not valid.");
    }

    private async ValueTask CheckOrigin(HttpContext context, string store)
    {
        if (!await origins.IsAllowed(context.Request, store, context.RequestAborted))
            throw new SupportException(ProblemCodes.OriginNotAllowed, "Pages of this origin may not call this store.");
    }
}
