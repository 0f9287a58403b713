using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Models;

/// <summary>What helps staff to write, over HTTP.</summary>
internal static class CopilotEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapCopilot(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/conversations/{id}").WithTags("Copilot")
            .WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 429, 503);
        one.MapPost("suggestions", Suggest).WithName("SuggestReplies").WithSummary("At most three replies to the open question, with citations.");
        one.MapPost("summary", Summarize).WithName("SummarizeConversation").WithSummary("The conversation in a few sentences.");
        one.MapPost("translations", Translate).WithName("TranslateMessages").WithProblems(409).WithSummary("Messages in another language.");
        var store = app.MapGroup("/api/stores/{store}").WithTags("Copilot").WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 429, 503);
        store.MapGet("copilot", GetAbilities).WithName("GetCopilot").WithSummary("What the copilot can do with the model that is configured.");
        store.MapPost("rewrites", Rewrite).WithName("RewriteText").WithProblems(409).WithSummary("An agent's text, written otherwise.");
    }

    private static async Task<Ok<SuggestionsBody>> Suggest(
        HttpContext http, ISupportGrains grains, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        var key = http.Conversation();
        limits.CheckCopilot(CallerContext.Current!, key.Store);
        return TypedResults.Ok(new SuggestionsBody(await grains.Copilot(key.Store).Suggest(key.GrainKey, cancellationToken)));
    }

    private static async Task<Ok<SummaryBody>> Summarize(
        HttpContext http, ISupportGrains grains, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        var key = http.Conversation();
        limits.CheckCopilot(CallerContext.Current!, key.Store);
        return TypedResults.Ok(new SummaryBody(await grains.Copilot(key.Store).Summarize(key.GrainKey, cancellationToken)));
    }

    private static async Task<Ok<TranslationsBody>> Translate(
        TranslationBody body, HttpContext http, ISupportGrains grains, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        var key = http.Conversation();
        limits.CheckCopilot(CallerContext.Current!, key.Store);
        var command = new TranslateMessages { Conversation = key.GrainKey, Seqs = [.. body.Seqs], Locale = body.Locale };
        return TypedResults.Ok(new TranslationsBody(await grains.Copilot(key.Store).Translate(command, cancellationToken)));
    }

    private static async Task<Ok<CopilotAbilities>> GetAbilities(
        string store, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Copilot(store).GetAbilities(cancellationToken));
    }

    private static async Task<Ok<RewrittenBody>> Rewrite(
        string store, RewriteText body, ISupportGrains grains, StoreProfiles profiles, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        limits.CheckCopilot(CallerContext.Current!, store);
        return TypedResults.Ok(new RewrittenBody(await grains.Copilot(store).Rewrite(body, cancellationToken)));
    }
}
