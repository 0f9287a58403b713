using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Conversations;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Stores;

/// <summary>Stores over HTTP: settings for administrators, the public profile for anybody.</summary>
internal static class StoreEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapStores(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}").WithTags("Stores").WithAccess(AccessRule.Administrator).WithProblems(401, 404);
        admin.MapPut("", Put).WithName("PutStore").WithSummary("Creates a store or replaces its settings.").WithProblems(400, 409, 413);
        admin.MapPatch("", Change).WithName("ChangeStore").WithSummary("Changes some of a store's settings.").WithProblems(400, 409, 413);
        admin.MapGet("", Get).WithName("GetStore").WithSummary("A store's settings.");
        admin.MapGet("identity-keys", GetKeys).WithName("GetIdentityKeys").WithSummary("The secrets by which the store signs its customers' tokens.");
        admin.MapPost("identity-keys:rotate", RotateKeys).WithName("RotateIdentityKeys")
            .WithSummary("Makes a new secret. The one before still verifies; tokens signed by older ones, visitors' own included, no longer count.");
        admin.MapPost("embed-checks", CheckEmbed).WithName("CheckEmbed").WithProblems(400)
            .WithSummary("Fetches a public page and says whether it has the store's widget.");
        admin.MapPost("escalations:test", TestEscalation).WithName("TestEscalation").WithProblems(400, 413)
            .WithSummary("Says whether a person would be wanted because of a customer's messages, and why.");
        admin.MapPost("sla:preview", PreviewSla).WithName("PreviewSla").WithProblems(400)
            .WithSummary("By when people would have to be done with what is asked now, by the store's settings or by others that are tried.");
        admin.MapPost("webhooks/deliveries:redeliver", Redeliver).WithName("RedeliverWebhook").WithProblems(400)
            .WithSummary("Sends once more what was delivered or given up, with the same id.");
        admin.MapGet("webhooks/deliveries", GetDeliveries).WithName("GetWebhookDeliveries")
            .WithSummary("The store's webhooks, and what was sent to them last.");
        app.MapGet("/api/stores/{store}/profile", GetProfile).WithTags("Stores").WithName("GetStoreProfile")
            .WithAccess(AccessRule.Page).WithSummary("What any visitor may know of a store.").WithProblems(400, 404);
    }

    private static async Task<Ok<StoreSettings>> Put(
        string store, StoreSettings settings, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        var profile = await grains.Store(StoreKey.Check(store)).Configure(settings, cancellationToken);
        profiles.Forget(store);
        return TypedResults.Ok(profile.Settings);
    }

    private static async Task<Ok<StoreSettings>> Get(string store, ISupportGrains grains, CancellationToken cancellationToken) =>
        await grains.Store(StoreKey.Check(store)).GetProfile(cancellationToken) is { } profile
            ? TypedResults.Ok(profile.Settings)
            : throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");

    private static async Task<Ok<StoreSettings>> Change(string store, StoreSettingsChange change, ISupportGrains grains, StoreProfiles profiles)
    {
        var profile = await grains.Store(StoreKey.Check(store)).Change(change, CancellationToken.None);
        profiles.Forget(store);
        return TypedResults.Ok(profile.Settings);
    }

    private static async Task<Ok<SlaPreview>> PreviewSla(
        string store, SlaPreviewRequest body, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Store(StoreKey.Check(store)).PreviewSla(body, cancellationToken));

    private static async Task<Ok<ChangedBody>> Redeliver(string store, RedeliverWebhook body, ISupportGrains grains) =>
        TypedResults.Ok(new ChangedBody(await grains.Webhooks(StoreKey.Check(store)).Redeliver(body, CancellationToken.None)));

    private static async Task<Ok<IdentityKeys>> GetKeys(string store, HttpContext http, ISupportGrains grains, CancellationToken cancellationToken) =>
        await grains.Store(StoreKey.Check(store)).GetProfile(cancellationToken) is { } profile
            ? Secret(http, profile)
            : throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");

    private static async Task<Ok<IdentityKeys>> RotateKeys(string store, HttpContext http, ISupportGrains grains, StoreProfiles profiles)
    {
        var profile = await grains.Store(StoreKey.Check(store)).RotateKeys(CancellationToken.None);
        profiles.Forget(store);
        return Secret(http, profile);
    }

    private static async Task<Ok<EmbedCheck>> CheckEmbed(
        string store, EmbedCheckBody body, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Store(StoreKey.Check(store)).CheckEmbed(body.Url, cancellationToken));

    private static async Task<Ok<EscalationVerdict>> TestEscalation(
        string store, EscalationTest body, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Store(StoreKey.Check(store)).TestEscalation(body, cancellationToken));

    private static async Task<Ok<WebhookReport>> GetDeliveries(string store, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Webhooks(StoreKey.Check(store)).Get(cancellationToken));

    private static Ok<IdentityKeys> Secret(HttpContext http, StoreProfile profile)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new IdentityKeys { Keys = profile.VisitorKeys });
    }

    private static async Task<Ok<PublicProfile>> GetProfile(
        string store, StoreProfiles profiles, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(PublicProfile.Of(store, await profiles.Get(store, cancellationToken), time.GetUtcNow()));
}
