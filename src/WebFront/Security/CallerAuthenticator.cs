using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SupportPlatform.Stores;

namespace SupportPlatform.Security;

/// <summary>Says on whose behalf a request is made.</summary>
internal sealed class CallerAuthenticator(VisitorTokens tokens, StoreProfiles stores, IOptionsMonitor<AdminOptions> admin)
{
    /// <summary>Whether a token is the administration key; the time it takes says nothing about how much of it was right.</summary>
    public bool IsAdministrator(string? token)
    {
        var key = admin.CurrentValue.ApiKey;
        if (string.IsNullOrEmpty(key) || string.IsNullOrEmpty(token)) return false;
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
    }

    /// <summary>The caller that a token stands for in a store: a visitor of the store, or the administrator.</summary>
    /// <exception cref="SupportException">There is no token, or it is not good for this store.</exception>
    public async ValueTask<Caller> Authenticate(string? token, string store, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token)) throw new SupportException(ProblemCodes.TokenMissing, "A visitor's token is needed.");
        if (IsAdministrator(token)) return Caller.Administrator;
        var profile = await stores.Find(store, cancellationToken)
            ?? throw new SupportException(ProblemCodes.TokenInvalid, "The token is not valid.");
        return tokens.Verify(profile, store, token).ToCaller();
    }
}
