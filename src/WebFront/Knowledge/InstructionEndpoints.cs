using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace SupportPlatform.Knowledge;

/// <summary>A store's instructions to its assistant over HTTP, for administrators.</summary>
internal static class InstructionEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapInstructions(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/api/stores/{store}").WithTags("Instructions")
            .WithAccess(AccessRule.Administrator).WithProblems(400, 401, 404, 503);
        admin.MapPost("instructions", Add).WithName("AddInstruction").WithSummary("Adds an instruction, or a version to the one with its id.");
        admin.MapGet("instructions", List).WithName("ListInstructions").WithSummary("The instructions in their newest versions, by id.");
        admin.MapGet("instructions/{id}", Get).WithName("GetInstruction").WithSummary("An instruction in its newest version.");
        admin.MapPut("instructions/{id}", Put).WithName("PutInstruction").WithSummary("Adds an instruction, or a version to it.");
        admin.MapDelete("instructions/{id}", Delete).WithName("DeleteInstruction").WithSummary("Removes an instruction with its versions.");
        admin.MapGet("instructions/{id}/versions", History).WithName("ListInstructionVersions")
            .WithSummary("The versions of an instruction with their differences, newest first.");
        admin.MapPost("instructions:preview", Preview).WithName("PreviewInstructions").WithSummary("The exact prompt that a message would produce.");
        admin.MapPost("instructions:test", Test).WithName("TestInstructions").WithSummary("Answers messages with a draft and without, side by side.");
        admin.MapPost("instructions:import", Import).WithName("ImportInstructions").WithProblems(413)
            .WithSummary("Adds or replaces instructions from JSON Lines; with dryRun=true says what it would do.")
            .WithMetadata(new RequestSizeLimitAttribute(Limits.FileBytes));
        admin.MapGet("instructions:export", Export).WithName("ExportInstructions").WithSummary("All instructions in their newest versions as JSON Lines.");
    }

    private static async Task<Created<InstructionView>> Add(
        string store, InstructionEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var added = await grains.Instructions(store).Put(entry, cancellationToken);
        return TypedResults.Created($"/api/stores/{store}/instructions/{added.Id}", added);
    }

    private static async Task<Ok<InstructionPage>> List(
        string store, string? after, int? limit, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Instructions(store).List(after, limit ?? 100, cancellationToken));
    }

    private static async Task<Ok<InstructionView>> Get(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Instructions(StoreKey.Check(store)).Get(id, cancellationToken));

    private static async Task<Ok<InstructionView>> Put(
        string store, string id, InstructionEntry entry, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Instructions(store).Put(entry with { Id = id }, cancellationToken));
    }

    private static async Task<NoContent> Delete(string store, string id, ISupportGrains grains, CancellationToken cancellationToken)
    {
        await grains.Instructions(StoreKey.Check(store)).Delete(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<InstructionHistory>> History(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Instructions(StoreKey.Check(store)).History(id, cancellationToken));

    private static async Task<Ok<PromptPreview>> Preview(
        string store, AskQuestion question, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Instructions(store).Preview(question, cancellationToken));
    }

    private static async Task<Ok<InstructionTestResult>> Test(
        string store, InstructionTest test, ISupportGrains grains, StoreProfiles profiles, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return TypedResults.Ok(await grains.Instructions(store).Test(test, cancellationToken));
    }

    private static async Task<Ok<ImportResult>> Import(
        string store, bool? dryRun, HttpRequest request, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json,
        CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        var dry = dryRun ?? false;
        var import = new LineImport<InstructionEntry>(json.Value.SerializerOptions, lines => grains.Instructions(store).Import(
            new InstructionImport { Lines = [.. lines.Select(l => new InstructionLine { Line = l.Line, Entry = l.Entry })], DryRun = dry }, cancellationToken));
        return TypedResults.Ok(await import.Run(request.Body, dry, cancellationToken));
    }

    private static async Task<IResult> Export(
        string store, ISupportGrains grains, StoreProfiles profiles, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        await profiles.Get(store, cancellationToken);
        return LineExport.Of(json.Value.SerializerOptions, async after =>
        {
            var page = await grains.Instructions(store).List(after, Limits.PageSize, cancellationToken);
            return (page.Items.Select(ToEntry), page.Next);
        });
    }

    private static InstructionEntry ToEntry(InstructionView view) => new()
    {
        Id = view.Id,
        Type = view.Type,
        Text = view.Text,
        Priority = view.Priority,
        Locales = view.Locales,
        From = view.From,
        To = view.To,
        State = view.State,
        Author = view.Author,
    };
}
