using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Desk;

/// <summary>What a store's people keep for their work over HTTP: list, read, write and remove.</summary>
/// <typeparam name="TItem">What is kept.</typeparam>
/// <typeparam name="TItems">All of it.</typeparam>
internal abstract class WorkbenchEndpoints<TItem, TItems>(WorkbenchKind kind, string path, string one, string many)
    where TItem : class
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/stores/{store}").WithTags("Desks").WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        group.MapGet(path, List).WithName($"List{many}").WithSummary("All that the caller may use, by id.");
        group.MapGet(path + "/{id}", Get).WithName($"Get{one}").WithSummary("One of them.");
        group.MapPut(path + "/{id}", Put).WithName($"Put{one}").WithProblems(409, 413).WithSummary("Adds one or replaces it; supervisors what all have, agents their own.");
        group.MapDelete(path + "/{id}", Delete).WithName($"Delete{one}").WithSummary("Removes one.");
    }

    /// <summary>Reads all.</summary>
    protected abstract Task<TItems> ReadAll(IWorkbenchGrain grain, CancellationToken cancellationToken);

    /// <summary>Finds one among all; null for none.</summary>
    protected abstract TItem? Find(TItems items, string id);

    /// <summary>Writes one.</summary>
    protected abstract Task<TItem> Write(IWorkbenchGrain grain, string id, TItem item);

    private static IWorkbenchGrain Grain(ISupportGrains grains, string store) => grains.Workbench(StoreKey.Check(store));

    private static SupportException NotFound() => new(ProblemCodes.ItemNotFound, "There is none of this id.");

    private async Task<Ok<TItems>> List(string store, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAll(Grain(grains, store), cancellationToken));

    private async Task<Ok<TItem>> Get(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(Find(await ReadAll(Grain(grains, store), cancellationToken), id) ?? throw NotFound());

    private async Task<Ok<TItem>> Put(
        string store, string id, TItem item, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await Write(Grain(grains, store), id, item));
    }

    private async Task<NoContent> Delete(string store, string id, ISupportGrains grains) =>
        await Grain(grains, store).Delete(kind, id, CancellationToken.None) ? TypedResults.NoContent() : throw NotFound();
}
