using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Accounts;

/// <summary>Signing in and out, and what people change of their own account.</summary>
internal static class SessionEndpoints
{
    private const string Issuer = "SupportPlatform";

    /// <summary>Maps them.</summary>
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/session", SignIn).WithTags("Session").WithAccess(AccessRule.Own).WithName("SignIn").WithProblems(400, 401, 403, 429, 503)
            .WithSummary("Signs in: sets the cookie of the session.");
        var own = app.MapGroup("/api/session").WithTags("Session").WithAccess(AccessRule.Session).WithProblems(400, 401, 403, 503);
        own.MapGet("", Get).WithName("GetSession").WithSummary("Who is signed in, and where the person works.");
        own.MapDelete("", SignOut).WithName("SignOut").WithSummary("Signs out: the session ends on every silo at once.");
        own.MapPut("password", SetPassword).WithName("SetPassword").WithProblems(429).WithSummary("Changes the password; all other sessions of the account end.");
        own.MapPost("two-factor", Prepare).WithName("PrepareTwoFactor").WithProblems(429).WithSummary("A secret for an app of codes; it counts once a code of it was given.");
        own.MapPut("two-factor", TurnOn).WithName("TurnOnTwoFactor").WithSummary("Turns the second factor on.");
        own.MapDelete("two-factor", TurnOff).WithName("TurnOffTwoFactor").WithProblems(429).WithSummary("Turns the second factor off.");
    }

    private static async Task<Ok<SessionBody>> SignIn(
        SignInBody body, HttpContext http, SignIns signIns, StaffSessions sessions, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        limits.CheckSignIn(http);
        if (AccountAddress.TryRead(body.Email) is not { } address) throw SignIns.Failed();
        http.SetSubject(address);
        return TypedResults.Ok(await sessions.Begin(http, await signIns.SignIn(http, address, body.Password, body.Code, cancellationToken)));
    }

    private static async Task<Ok<SessionBody>> Get(HttpContext http, StaffSessions sessions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sessions.Describe(http, http.AccountSession(), cancellationToken));

    private static async Task<NoContent> SignOut(HttpContext http, StaffSessions sessions)
    {
        await sessions.End(http, http.AccountSession());
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SetPassword(
        ChangePasswordBody body, HttpContext http, ISupportGrains grains, SignIns signIns, Passwords passwords, CancellationToken cancellationToken)
    {
        var session = http.AccountSession();
        var generation = await signIns.Confirm(http, body.Current, cancellationToken);
        var command = new SetPassword
        {
            Address = session.Address,
            Generation = generation,
            PasswordHash = passwords.Hash(body.Password, session.Address),
            SessionKey = session.Key,
        };
        if (!await grains.Accounts().SetPassword(command, CancellationToken.None)) throw SignIns.Failed();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<TwoFactorBody>> Prepare(
        PasswordBody body, HttpContext http, ISupportGrains grains, SignIns signIns, CancellationToken cancellationToken)
    {
        var address = http.AccountSession().Address;
        await signIns.Confirm(http, body.Password, cancellationToken);
        var secret = await grains.Accounts().PrepareTwoFactor(address, CancellationToken.None);
        http.Response.Headers.CacheControl = "no-store";
        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(address)}?secret={secret}&issuer={Issuer}";
        return TypedResults.Ok(new TwoFactorBody { Secret = secret, Uri = uri });
    }

    private static async Task<NoContent> TurnOn(CodeBody body, HttpContext http, ISupportGrains grains) =>
        await grains.Accounts().TurnOnTwoFactor(http.AccountSession().Address, body.Code, CancellationToken.None)
            ? TypedResults.NoContent()
            : throw new SupportException(ProblemCodes.CodeInvalid, "The code is not of the secret that was given out last.");

    private static async Task<NoContent> TurnOff(
        [FromBody] PasswordBody body, HttpContext http, ISupportGrains grains, SignIns signIns, CancellationToken cancellationToken)
    {
        var address = http.AccountSession().Address;
        await signIns.Confirm(http, body.Password, cancellationToken);
        await grains.Accounts().TurnOffTwoFactor(address, CancellationToken.None);
        return TypedResults.NoContent();
    }
}
