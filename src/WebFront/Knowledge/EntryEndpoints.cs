using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SupportPlatform.Knowledge;

/// <summary>A kind of entry of a store's knowledge over HTTP, for administrators: one by one, and as JSON Lines.</summary>
/// <typeparam name="TEntry">What a caller writes.</typeparam>
/// <typeparam name="TView">What a caller reads.</typeparam>
/// <typeparam name="TPage">A page of the list.</typeparam>
internal abstract class EntryEndpoints<TEntry, TView, TPage>(EntryWords words)
    where TEntry : class
    where TView : class
    where TPage : class
{
    /// <summary>The largest body of one entry in bytes, where it is more than the front end's.</summary>
    protected virtual int? LargestBody => null;

    /// <summary>Whether adding is refused where there is an entry with the id.</summary>
    protected virtual bool KeepsFirst => true;

    /// <summary>Maps them.</summary>
    public virtual RouteGroupBuilder Map(IEndpointRouteBuilder app)
    {
        var (name, path) = (words.Name, words.Name.ToLowerInvariant() + "s");
        var admin = app.MapGroup("/api/stores/{store}").WithTags(words.Tag)
            .WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        Writes(admin.MapPost(path, HandleAdd)).WithName($"Add{name}").WithSummary(words.Add);
        admin.MapGet(path, HandleList).WithName($"List{name}s").WithSummary(words.List);
        admin.MapGet(path + "/{id}", HandleGet).WithName($"Get{name}").WithSummary(words.Get);
        Writes(admin.MapPut(path + "/{id}", HandlePut)).WithName($"Put{name}").WithSummary(words.Put);
        admin.MapDelete(path + "/{id}", HandleDelete).WithName($"Delete{name}").WithSummary(words.Delete);
        Conflicts(admin.MapPost(path + ":import", HandleImport)).WithName($"Import{name}s").WithProblems(413).WithSummary(words.Import)
            .WithMetadata(new RequestSizeLimitAttribute(Limits.FileBytes));
        admin.MapGet(path + ":export", HandleExport).WithName($"Export{name}s").WithSummary(words.Export);
        return admin;
    }

    /// <summary>Adds an entry.</summary>
    protected abstract Task<TView> Add(ISupportGrains grains, string store, TEntry entry, CancellationToken cancellationToken);

    /// <summary>Adds or replaces the entry with an id.</summary>
    protected abstract Task<TView> Put(ISupportGrains grains, string store, string id, TEntry entry, CancellationToken cancellationToken);

    /// <summary>An entry.</summary>
    protected abstract Task<TView> Get(ISupportGrains grains, string store, string id, CancellationToken cancellationToken);

    /// <summary>A page of entries.</summary>
    protected abstract Task<TPage> List(ISupportGrains grains, string store, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Removes an entry.</summary>
    protected abstract Task Delete(ISupportGrains grains, string store, string id, CancellationToken cancellationToken);

    /// <summary>Adds or replaces many.</summary>
    protected abstract Task<ImportResult> Import(
        ISupportGrains grains, string store, IReadOnlyList<(int Line, TEntry Entry)> lines, bool dryRun, CancellationToken cancellationToken);

    /// <summary>The id of an entry.</summary>
    protected abstract string IdOf(TView view);

    /// <summary>A page's entries as they would be written, and where the next page begins.</summary>
    protected abstract (IEnumerable<TEntry> Items, string? Next) ToEntries(TPage page);

    private RouteHandlerBuilder Writes(RouteHandlerBuilder builder)
    {
        if (LargestBody is { } bytes) builder.WithMetadata(new RequestSizeLimitAttribute(bytes));
        return Conflicts(builder);
    }

    private RouteHandlerBuilder Conflicts(RouteHandlerBuilder builder) => KeepsFirst ? builder.WithProblems(409) : builder;

    private async Task<Created<TView>> HandleAdd(
        string store, TEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var added = await Add(grains, store, entry, cancellationToken);
        return TypedResults.Created($"/api/stores/{store}/{words.Name.ToLowerInvariant()}s/{IdOf(added)}", added);
    }

    private async Task<Ok<TPage>> HandleList(
        string store, string? after, int? limit, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await List(grains, store, after, limit ?? Limits.DefaultPage, cancellationToken));
    }

    private async Task<Ok<TView>> HandleGet(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Get(grains, StoreKey.Check(store), id, cancellationToken));

    private async Task<Ok<TView>> HandlePut(
        string store, string id, TEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await Put(grains, store, id, entry, cancellationToken));
    }

    private async Task<NoContent> HandleDelete(string store, string id, ISupportGrains grains, CancellationToken cancellationToken)
    {
        await Delete(grains, StoreKey.Check(store), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private async Task<Ok<ImportResult>> HandleImport(
        string store, bool? dryRun, HttpRequest request, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json,
        CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var dry = dryRun ?? false;
        var import = new LineImport<TEntry>(json.Value.SerializerOptions, lines => Import(grains, store, lines, dry, cancellationToken));
        return TypedResults.Ok(await import.Run(request.Body, dry, cancellationToken));
    }

    private async Task<IResult> HandleExport(
        string store, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return LineExport.Of(
            json.Value.SerializerOptions,
            async after => ToEntries(await List(grains, store, after, Limits.PageSize, cancellationToken)));
    }
}
