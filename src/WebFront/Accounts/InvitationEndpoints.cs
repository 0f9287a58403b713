using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Accounts;

/// <summary>Invitations, for whoever has one.</summary>
internal static class InvitationEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/invitations/{token}").WithTags("Session").WithAccess(AccessRule.Own).WithProblems(403, 404, 429, 503);
        one.MapGet("", Get).WithName("GetInvitation").WithSummary("An invitation that was not used yet.");
        one.MapPost("", Accept).WithName("AcceptInvitation").WithProblems(400, 401, 409)
            .WithSummary("Accepts the invitation, with a new password or the account's own, and signs in.");
    }

    private static async Task<Ok<InvitationView>> Get(
        string token, HttpContext http, ISupportGrains grains, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        limits.CheckSignIn(http);
        return TypedResults.Ok(await Find(grains, token, cancellationToken));
    }

    private static async Task<Ok<SessionBody>> Accept(
        string token,
        AcceptInvitationBody body,
        HttpContext http,
        ISupportGrains grains,
        SignIns signIns,
        Passwords passwords,
        StaffSessions sessions,
        RequestRateLimits limits,
        CancellationToken cancellationToken)
    {
        limits.CheckSignIn(http);
        var invitation = await Find(grains, token, cancellationToken);
        var address = invitation.Email ?? AccountAddress.Check(body.Email);
        http.SetSubject(address);
        var command = new AcceptInvitation { Token = token, Name = body.Name, Email = address };
        if (invitation.NeedsPassword)
        {
            var accepted = await Use(grains, command with { PasswordHash = passwords.Hash(body.Password, address) });
            return TypedResults.Ok(await sessions.Begin(http, await signIns.Begin(http, accepted.Address, accepted.Generation)));
        }

        // Whoever has an account proves it first; the invitation stays good for another try.
        var id = await signIns.SignIn(http, address, body.Password, body.Code, cancellationToken);
        await Use(grains, command);
        return TypedResults.Ok(await sessions.Begin(http, id));
    }

    private static async Task<InvitationView> Find(ISupportGrains grains, string token, CancellationToken cancellationToken)
    {
        CallerContext.Current = Caller.System;
        return await grains.Invitations().Find(token, cancellationToken) ?? throw NotFound();
    }

    private static async Task<AcceptedInvitation> Use(ISupportGrains grains, AcceptInvitation command)
    {
        CallerContext.Current = Caller.System;
        return await grains.Invitations().Accept(command, CancellationToken.None) ?? throw NotFound();
    }

    private static SupportException NotFound() => new(ProblemCodes.InvitationNotFound, "This invitation was used, has ended, or never was.");
}
