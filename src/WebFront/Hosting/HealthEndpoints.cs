using SupportPlatform.Security;

namespace SupportPlatform.Hosting;

/// <summary>What orchestrators ask. Live says only that this process answers; ready, whether to send it work.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"))
            .WithTags("Health").WithAccess(AccessRule.Open).WithName("GetLiveness").WithSummary("Whether the process answers.");
        app.MapGet("/health/ready", GetReadiness)
            .WithTags("Health").WithAccess(AccessRule.Open).WithName("GetReadiness").WithSummary("Whether the process may be sent work.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> GetReadiness(IReadiness readiness, CancellationToken cancellationToken) =>
        await readiness.IsReady(cancellationToken)
            ? TypedResults.Text("ready")
            : throw new SupportException(ProblemCodes.Busy, "Not ready: starting, draining, or without the database.");
}
