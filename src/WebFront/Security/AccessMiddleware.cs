using System.Security.Cryptography;
using System.Text;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Stores;

namespace SupportPlatform.Security;

/// <summary>
/// Applies the endpoint's <see cref="AccessRule"/> and sets the caller of the request's grain calls. Whether a
/// conversation is the caller's own is the grain's to say.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, CallerAuthenticator authenticator, StaffSessions sessions, StoreOrigins origins)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            CallerContext.Current = endpoint.Metadata.GetMetadata<AccessMetadata>()?.Rule switch
            {
                AccessRule.Open => null,
                AccessRule.Page => await Page(context),
                AccessRule.Conversation => await Conversation(context),
                AccessRule.Store => await Store(context),
                AccessRule.Own => Own(context),
                AccessRule.Session => await Session(context),
                AccessRule.Staff => await Staff(context, AgentRole.Agent),
                AccessRule.Administrator => await Staff(context, AgentRole.Administrator),

                // What the framework answers itself: a path that is known, by another method or content type.
                null when endpoint is not RouteEndpoint => null,
                _ => throw new SupportException(ProblemCodes.AccessDenied, "This is closed."),
            };
        }

        await next(context);
    }

    private static Caller? Own(HttpContext context)
    {
        OwnPages.Require(context.Request);
        return null;
    }

    private async ValueTask<Caller?> Page(HttpContext context)
    {
        if (context.GetRouteValue("store") is string store) await CheckOrigin(context, store);
        return null;
    }

    private async ValueTask<Caller> Conversation(HttpContext context)
    {
        var key = Key(context);
        if (key is { } found) await CheckOrigin(context, found.Store);
        return await TokenOrSession(context, key?.Store);
    }

    private async ValueTask<Caller> Store(HttpContext context)
    {
        var store = StoreKey.Check((context.GetRouteValue("store") as string)!);
        await CheckOrigin(context, store);
        return await TokenOrSession(context, store);
    }

    private async ValueTask<Caller> TokenOrSession(HttpContext context, string? store)
    {
        var token = AccessToken.Of(context.Request);
        if (string.IsNullOrEmpty(token) && SessionCookie.Of(context.Request) is not null) return await Member(context, store, AgentRole.Agent);
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "A visitor's token is needed.");
        var caller = await authenticator.Authenticate(token, store ?? throw NoConversation(), context.RequestAborted);
        context.SetSubject(caller.ContactId ?? "administration key");
        return caller;
    }

    private async ValueTask<Caller> Session(HttpContext context)
    {
        await sessions.Authenticate(context, store: null, context.RequestAborted);
        CheckCsrf(context);
        return Caller.System;
    }

    private async ValueTask<Caller> Staff(HttpContext context, AgentRole least)
    {
        var store = context.GetRouteValue("store") is string given ? StoreKey.Check(given) : (Key(context) ?? throw NoConversation()).Store;

        // Not from the query: an administration key in an address would end in logs and histories.
        return context.Request.Headers.Authorization.Count > 0 || SessionCookie.Of(context.Request) is null
            ? Administrator(context)
            : await Member(context, store, least);
    }

    private async ValueTask<Caller> Member(HttpContext context, string? store, AgentRole least)
    {
        var caller = await sessions.AuthenticateStaff(context, store ?? throw NoConversation(), context.RequestAborted);
        if (caller.Kind != CallerKind.Staff) return caller;
        CheckCsrf(context);
        return caller.Role >= least ? caller : throw new SupportException(ProblemCodes.AccessDenied, "Your role in this store does not allow this.");
    }

    private Caller Administrator(HttpContext context)
    {
        var token = context.Request.Headers.Authorization.Count > 0 ? AccessToken.Of(context.Request) : null;
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "A session or the administration key is needed.");
        if (!authenticator.IsAdministrator(token)) throw new SupportException(ProblemCodes.TokenInvalid, "The key is not valid.");
        context.SetSubject("administration key");
        return Caller.Administrator;
    }

    private static ConversationKey? Key(HttpContext context)
    {
        if (!ConversationKey.TryParsePublic(context.GetRouteValue("id") as string, out var key)) return null;
        context.SetConversation(key);
        return key;
    }

    private static void CheckCsrf(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return;
        var given = Encoding.UTF8.GetBytes(request.Headers[OwnPages.CsrfHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(context.AccountSession().Csrf)))
            throw new SupportException(ProblemCodes.CsrfInvalid, $"The header {OwnPages.CsrfHeader} is not the session's.");
    }

    private async ValueTask CheckOrigin(HttpContext context, string store)
    {
        if (!await origins.IsAllowed(context.Request, store, context.RequestAborted))
            throw new SupportException(ProblemCodes.OriginNotAllowed, "Pages of this origin may not call this store.");
    }

    private static SupportException NoConversation() => new(ProblemCodes.ConversationNotFound, "There is no such conversation.");
}
