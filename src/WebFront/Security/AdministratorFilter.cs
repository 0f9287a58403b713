namespace SupportPlatform.Security;

/// <summary>Lets only the bearer of the administration key through.</summary>
internal sealed class AdministratorFilter(CallerAuthenticator authenticator) : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Not from the query: an administration key in an address would end in logs and histories.
        var token = context.HttpContext.Request.Headers.Authorization.Count > 0 ? AccessToken.Of(context.HttpContext.Request) : null;
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "The administration key is needed.");
        if (!authenticator.IsAdministrator(token)) throw new SupportException(ProblemCodes.TokenInvalid, "The key is not valid.");
        CallerContext.Current = Caller.Administrator;
        return next(context);
    }
}
