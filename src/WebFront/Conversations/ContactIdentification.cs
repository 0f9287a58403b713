using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>A visitor who signs in: the conversation goes along. The caller's token says who it is, the visitor's whose it was.</summary>
internal static class ContactIdentification
{
    /// <summary>Handles the request.</summary>
    public static async Task<Ok<ChangedBody>> Handle(
        IdentifyBody body,
        HttpContext http,
        ISupportGrains grains,
        StoreProfiles profiles,
        VisitorTokens tokens,
        RequestRateLimits limits,
        CancellationToken cancellationToken)
    {
        var key = http.Conversation();
        var caller = CallerContext.Current!;
        limits.CheckMessage(caller, key.Store);
        var visitor = tokens.Verify(await profiles.Get(key.Store, cancellationToken), key.Store, body.VisitorToken);
        CallerContext.Current = caller;
        var command = new IdentifyContact { VisitorId = visitor.ContactId };
        return TypedResults.Ok(new ChangedBody(await grains.Conversation(key).Identify(command, CancellationToken.None)));
    }
}
