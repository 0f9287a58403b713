using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Contacts;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>The beginning of a conversation: who it is with, and the token that proves it from then on.</summary>
internal static class ConversationStart
{
    /// <summary>Handles the request.</summary>
    public static async Task<Created<ConversationStartedBody>> Handle(
        string store,
        StartConversationBody? body,
        HttpContext http,
        ISupportGrains grains,
        StoreProfiles profiles,
        CallerAuthenticator authenticator,
        VisitorTokens tokens,
        RequestRateLimits limits,
        CancellationToken cancellationToken)
    {
        var profile = await profiles.Get(store, cancellationToken);
        limits.CheckStart(http);
        var token = AccessToken.Of(http.Request);
        var caller = await Visitor(token, store, body?.ContactId, authenticator, cancellationToken);
        var key = ConversationKey.New(store);
        CallerContext.Current = caller;
        var contact = caller.ContactId!;
        var command = new StartConversation { ContactId = contact, Channel = body?.Channel ?? "api", Locale = body?.Locale, Page = body?.Page };
        var receipt = await grains.Conversation(key).Start(command, CancellationToken.None);
        return TypedResults.Created($"/api/conversations/{key.PublicId}", new ConversationStartedBody
        {
            ConversationId = key.PublicId,
            VisitorToken = OwnToken(token, authenticator) ?? tokens.Issue(profile, store, contact),
            Seq = receipt.Seq,
        });
    }

    // A customer's own token is not made to live longer by writing with it.
    private static string? OwnToken(string? token, CallerAuthenticator authenticator) =>
        string.IsNullOrEmpty(token) || authenticator.IsAdministrator(token) ? null : token;

    private static async ValueTask<Caller> Visitor(
        string? token, string store, string? wanted, CallerAuthenticator authenticator, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            return wanted is null
                ? NewVisitor(store)
                : throw new SupportException(ProblemCodes.TokenMissing, "To begin as a known contact, send its token.");
        }

        var caller = await authenticator.Authenticate(token, store, cancellationToken);
        if (caller.Kind == CallerKind.Administrator) return wanted is null ? NewVisitor(store) : Caller.Visitor(store, wanted);
        return wanted is null || wanted == caller.ContactId
            ? caller
            : throw new SupportException(ProblemCodes.AccessDenied, "The token is another contact's.");
    }

    private static Caller NewVisitor(string store) => Caller.Visitor(store, VisitorId.New());
}
