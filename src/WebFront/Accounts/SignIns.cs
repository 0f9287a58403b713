using Microsoft.Extensions.Options;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Accounts;

/// <summary>
/// Signing in. A try counts as failed before the password is looked at, and is taken back when it was right: guesses at once are no more
/// than guesses one after another.
/// </summary>
internal sealed class SignIns(ISupportGrains grains, Passwords passwords, IOptions<RateLimitOptions> limits)
{
    /// <summary>The secret id of a new session.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SignInFailed"/>, whether or not there is such an account; <see cref="ProblemCodes.CodeNeeded"/>.</exception>
    /// <exception cref="RateLimitedException"><see cref="ProblemCodes.LockedOut"/>.</exception>
    public async Task<string> SignIn(HttpContext http, string address, string? password, string? code, CancellationToken cancellationToken)
    {
        CallerContext.Current = Caller.System;
        var tried = Tried(http, address);
        var attempt = await Try(tried, password, cancellationToken);
        return await Begin(tried, attempt.Generation, code);
    }

    /// <summary>Begins a session of an account whose password is known to be right.</summary>
    /// <exception cref="SupportException">The same as of signing in.</exception>
    public Task<string> Begin(HttpContext http, string address, long generation) => Begin(Tried(http, address), generation, code: null);

    /// <summary>Makes sure that whoever has a session knows the password.</summary>
    /// <returns>Which password it is.</returns>
    /// <exception cref="SupportException">The same as of signing in.</exception>
    public async Task<long> Confirm(HttpContext http, string? password, CancellationToken cancellationToken)
    {
        CallerContext.Current = Caller.System;
        var tried = Tried(http, http.AccountSession().Address);
        var attempt = await Try(tried, password, cancellationToken);
        await grains.Accounts().ReleaseFrom(tried, CancellationToken.None);
        return attempt.Generation;
    }

    /// <summary>What is said of every failure.</summary>
    public static SupportException Failed() => new(ProblemCodes.SignInFailed, "The address, the password or the code is not right.");

    private SignInTry Tried(HttpContext http, string address) => new() { Address = address, Network = ClientAddress.Of(http, limits.Value) };

    private async Task<string> Begin(SignInTry tried, long generation, string? code)
    {
        CallerContext.Current = Caller.System;
        var command = new BeginSession { Address = tried.Address, Generation = generation, Code = code, Network = tried.Network };
        var start = await grains.Sessions().Begin(command, CancellationToken.None);
        if (start.NeedsCode) throw new SupportException(ProblemCodes.CodeNeeded, "The code of the second factor is needed.");
        return start.Id ?? throw Failed();
    }

    private async Task<SignInAttempt> Try(SignInTry tried, string? password, CancellationToken cancellationToken)
    {
        var attempt = await grains.Accounts().ReserveFrom(tried, cancellationToken);
        if (attempt.LockedFor is { } wait)
            throw new RateLimitedException(wait, ProblemCodes.LockedOut, "Too many tries failed; try again later.");
        return passwords.IsRight(attempt.PasswordHash, password) ? attempt : throw Failed();
    }
}
