using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>What can be asked of every kind of source that is read in the background.</summary>
internal static class SourceEndpoints
{
    /// <summary>Maps the list, the single source and its removal.</summary>
    /// <param name="group">The group, with the store in its path.</param>
    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="name">The kind's name in the names of the operations.</param>
    public static void MapSources(this RouteGroupBuilder group, string kind, string name)
    {
        group.MapGet("", List).WithName($"List{name}s").WithSummary("The sources with their status, by id.");
        group.MapGet("{id}", Get).WithName($"Get{name}").WithSummary("A source with its status.");
        group.MapDelete("{id}", Delete).WithName($"Delete{name}").WithSummary("Removes a source and its text.");

        async Task<Ok<SourcePage>> List(
            string store, string? after, int? limit, string? status, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
        {
            await profiles.Get(store, cancellationToken);
            var query = new ListSources { Kind = kind, After = after, Limit = limit ?? Limits.DefaultPage, Status = status };
            return TypedResults.Ok(await grains.Sources(store).List(query, cancellationToken));
        }

        async Task<Ok<SourceView>> Get(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
            TypedResults.Ok(await grains.Sources(StoreKey.Check(store)).Get(kind, id, cancellationToken));

        async Task<NoContent> Delete(string store, string id, ISupportGrains grains, CancellationToken cancellationToken)
        {
            await grains.Sources(StoreKey.Check(store)).Delete(kind, id, cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
