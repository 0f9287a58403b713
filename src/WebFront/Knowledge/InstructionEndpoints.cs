using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Stores;

namespace SupportPlatform.Knowledge;

/// <summary>A store's instructions to its assistant over HTTP, for administrators.</summary>
internal sealed class InstructionEndpoints() : EntryEndpoints<InstructionEntry, InstructionView, InstructionPage>(new EntryWords(
    "Instructions", "Instruction",
    "Adds an instruction, or a version to the one with its id.",
    "The instructions in their newest versions, by id.",
    "An instruction in its newest version.",
    "Adds an instruction, or a version to it.",
    "Removes an instruction with its versions.",
    "Adds or replaces instructions from JSON Lines; with dryRun=true says what it would do.",
    "All instructions in their newest versions as JSON Lines."))
{
    /// <summary>No: it adds a version.</summary>
    protected override bool KeepsFirst => false;

    /// <inheritdoc/>
    public override RouteGroupBuilder Map(IEndpointRouteBuilder app)
    {
        var admin = base.Map(app);
        admin.MapGet("instructions/{id}/versions", History).WithName("ListInstructionVersions")
            .WithSummary("The versions of an instruction with their differences, newest first.");
        admin.MapGet("instructions/{id}/effect", Effect).WithName("GetInstructionEffect")
            .WithSummary("How the answers of the last 90 days fared with an instruction and without it.");
        admin.MapPost("instructions:preview", Preview).WithName("PreviewInstructions").WithSummary("The exact prompt that a message would produce.");
        admin.MapPost("instructions:test", Test).WithName("TestInstructions").WithSummary("Answers messages with a draft and without, side by side.");
        return admin;
    }

    /// <inheritdoc/>
    protected override Task<InstructionView> Add(ISupportGrains grains, string store, InstructionEntry entry, CancellationToken cancellationToken) =>
        grains.Instructions(store).Put(entry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<InstructionView> Put(ISupportGrains grains, string store, string id, InstructionEntry entry, CancellationToken cancellationToken) =>
        grains.Instructions(store).Put(entry with { Id = id }, cancellationToken);

    /// <inheritdoc/>
    protected override Task<InstructionView> Get(ISupportGrains grains, string store, string id, CancellationToken cancellationToken) =>
        grains.Instructions(store).Get(id, cancellationToken);

    /// <inheritdoc/>
    protected override Task<InstructionPage> List(ISupportGrains grains, string store, string? after, int limit, CancellationToken cancellationToken) =>
        grains.Instructions(store).List(after, limit, cancellationToken);

    /// <inheritdoc/>
    protected override Task Delete(ISupportGrains grains, string store, string id, CancellationToken cancellationToken) =>
        grains.Instructions(store).Delete(id, cancellationToken);

    /// <inheritdoc/>
    protected override Task<ImportResult> Import(
        ISupportGrains grains, string store, IReadOnlyList<(int Line, InstructionEntry Entry)> lines, bool dryRun, CancellationToken cancellationToken) =>
        grains.Instructions(store).Import(
            new InstructionImport { Lines = [.. lines.Select(l => new InstructionLine { Line = l.Line, Entry = l.Entry })], DryRun = dryRun },
            cancellationToken);

    /// <inheritdoc/>
    protected override string IdOf(InstructionView view) => view.Id;

    /// <inheritdoc/>
    protected override (IEnumerable<InstructionEntry> Items, string? Next) ToEntries(InstructionPage page) => (page.Items.Select(ToEntry), page.Next);

    private static async Task<Ok<InstructionHistory>> History(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Instructions(StoreKey.Check(store)).History(id, cancellationToken));

    private static async Task<Ok<InstructionEffect>> Effect(string store, string id, ISupportGrains grains, CancellationToken cancellationToken) =>
        TypedResults.Ok(await grains.Instructions(StoreKey.Check(store)).GetEffect(id, cancellationToken));

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
