using SupportPlatform.Conversations;

namespace SupportPlatform.Security;

/// <summary>
/// Authenticates requests about one conversation and sets the caller of their grain calls. Whether the conversation is
/// the caller's own is the grain's to say.
/// </summary>
internal sealed class ConversationFilter(CallerAuthenticator authenticator) : IEndpointFilter
{
    private static readonly object Key = new();

    /// <summary>The conversation of an authenticated request.</summary>
    public static ConversationKey KeyOf(HttpContext context) => (ConversationKey)context.Items[Key]!;

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var token = AccessToken.Of(http.Request);
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "A visitor's token is needed.");
        if (!ConversationKey.TryParsePublic(http.GetRouteValue("id") as string, out var key))
            throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
        var caller = await authenticator.Authenticate(token, key.Store, http.RequestAborted);
        http.Items[Key] = key;
        CallerContext.Current = caller;
        return await next(context);
    }
}
