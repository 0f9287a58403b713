namespace SupportPlatform.Security;

/// <summary>Says as which member of a store's staff a request is made.</summary>
internal sealed class StaffSessions(CallerAuthenticator authenticator)
{
    /// <summary>The caller of a request: whoever has signed in and works in the store, or the bearer of the administration key.</summary>
    /// <exception cref="SupportException">The request is nobody's, or of somebody who does not work in this store.</exception>
    public ValueTask<Caller> AuthenticateStaff(HttpContext context, string store, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var token = AccessToken.Of(context.Request);
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "A session or the administration key is needed.");
        return authenticator.IsAdministrator(token)
            ? ValueTask.FromResult(Caller.Administrator)
            : throw new SupportException(ProblemCodes.TokenInvalid, "The key is not valid.");
    }
}
