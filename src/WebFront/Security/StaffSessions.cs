using SupportPlatform.Accounts;
using SupportPlatform.Hosting;
using SupportPlatform.Stores;

namespace SupportPlatform.Security;

/// <summary>
/// Sessions of people, by their cookie. Each request asks the sessions' grain: what is kept here would outlive a sign-out.
/// </summary>
internal sealed class StaffSessions(CallerAuthenticator authenticator, ISupportGrains grains, StoreProfiles stores)
{
    private static readonly object KeyItem = new();

    /// <summary>
    /// The caller of a request: whoever has signed in and works in the store, or the bearer of the administration key. It may be
    /// asked again for as long as a connection lasts, and then says so when the person has signed out or works there no more.
    /// </summary>
    /// <exception cref="SupportException">The request is nobody's, or of somebody who does not work in this store.</exception>
    public async ValueTask<Caller> AuthenticateStaff(HttpContext context, string store, CancellationToken cancellationToken)
    {
        var token = AccessToken.Of(context.Request);
        if (!string.IsNullOrEmpty(token))
        {
            return authenticator.IsAdministrator(token)
                ? Caller.Administrator
                : throw new SupportException(ProblemCodes.TokenInvalid, "The key is not valid.");
        }

        if (SessionCookie.Of(context.Request) is null) throw new SupportException(ProblemCodes.TokenMissing, "A session or the administration key is needed.");
        var session = await Authenticate(context, StoreKey.Check(store), cancellationToken);
        return session.Memberships is [{ } member, ..]
            ? Caller.Staff(store, member.AgentId, member.AgentName, member.Role)
            : throw new SupportException(ProblemCodes.WrongStore, "You do not work in this store.");
    }

    /// <summary>The session of a request; with the membership of one store, or with all.</summary>
    /// <exception cref="SupportException">There is none, it has ended, or a page of another host asks.</exception>
    public async ValueTask<SessionView> Authenticate(HttpContext context, string? store, CancellationToken cancellationToken)
    {
        OwnPages.Require(context.Request);
        if (SessionCookie.Of(context.Request) is not { } id) throw Missing();

        // A socket's request keeps the id that it began with, which may have been replaced since.
        var known = context.Items.TryGetValue(KeyItem, out var key) ? (string)key! : null;
        CallerContext.Current = Caller.System;
        var session = await grains.Sessions().Use(new UseSession { Id = known is null ? id : null, Key = known, Store = store }, cancellationToken) ?? throw Missing();
        context.Items[KeyItem] = session.Key;
        context.SetAccountSession(session);
        context.SetSubject(session.Address);
        if (session.IsRotationDue && !context.Response.HasStarted && !context.WebSockets.IsWebSocketRequest &&
            await grains.Sessions().Rotate(id, CancellationToken.None) is { } next) SessionCookie.Set(context, next);
        return session;
    }

    /// <summary>Gives the browser a session that has just begun.</summary>
    public async Task<SessionBody> Begin(HttpContext context, string id)
    {
        CallerContext.Current = Caller.System;
        var session = await grains.Sessions().Use(new UseSession { Id = id }, CancellationToken.None) ?? throw Missing();
        SessionCookie.Set(context, id);
        return await Describe(context, session, CancellationToken.None);
    }

    /// <summary>Ends a session.</summary>
    public async Task End(HttpContext context, SessionView session)
    {
        CallerContext.Current = Caller.System;
        await grains.Sessions().End(session.Key, CancellationToken.None);
        SessionCookie.Clear(context);
    }

    /// <summary>What the browser learns of a session.</summary>
    public async Task<SessionBody> Describe(HttpContext context, SessionView session, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var worksIn = new List<SessionStoreBody>();
        foreach (var member in session.Memberships)
        {
            if (await stores.Find(member.Store, cancellationToken) is not { } store) continue;
            worksIn.Add(new SessionStoreBody
            {
                Store = member.Store,
                Name = store.Settings.Name,
                AgentId = member.AgentId,
                AgentName = member.AgentName,
                Role = member.Role,
                PictureUrl = member.PictureUrl,
            });
        }

        return new SessionBody { Email = session.Address, Name = session.Name, Csrf = session.Csrf, TwoFactor = session.HasTwoFactor, Stores = worksIn };
    }

    private static SupportException Missing() => new(ProblemCodes.SessionMissing, "Nobody is signed in.");
}
