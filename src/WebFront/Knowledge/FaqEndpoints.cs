using SupportPlatform.Hosting;

namespace SupportPlatform.Knowledge;

/// <summary>A store's questions with their answers over HTTP, for administrators.</summary>
internal sealed class FaqEndpoints() : EntryEndpoints<FaqEntry, FaqView, FaqPage>(EntryWords.Of("FAQ", "Faq", "an entry", "entries"))
{
    /// <inheritdoc/>
    protected override Task<FaqView> Add(ISupportGrains grains, string store, FaqEntry entry, CancellationToken cancellationToken) =>
        grains.Faqs(store).Add(entry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<FaqView> Put(ISupportGrains grains, string store, string id, FaqEntry entry, CancellationToken cancellationToken) =>
        grains.Faqs(store).Put(entry with { Id = id }, cancellationToken);

    /// <inheritdoc/>
    protected override Task<FaqView> Get(ISupportGrains grains, string store, string id, CancellationToken cancellationToken) =>
        grains.Faqs(store).Get(id, cancellationToken);

    /// <inheritdoc/>
    protected override Task<FaqPage> List(ISupportGrains grains, string store, string? after, int limit, CancellationToken cancellationToken) =>
        grains.Faqs(store).List(after, limit, cancellationToken);

    /// <inheritdoc/>
    protected override Task Delete(ISupportGrains grains, string store, string id, CancellationToken cancellationToken) =>
        grains.Sources(store).Delete(SourceKinds.Faq, id, cancellationToken);

    /// <inheritdoc/>
    protected override Task<ImportResult> Import(
        ISupportGrains grains, string store, IReadOnlyList<(int Line, FaqEntry Entry)> lines, bool dryRun, CancellationToken cancellationToken) =>
        grains.Faqs(store).Import(
            new FaqImport { Lines = [.. lines.Select(l => new FaqLine { Line = l.Line, Entry = l.Entry })], DryRun = dryRun }, cancellationToken);

    /// <inheritdoc/>
    protected override string IdOf(FaqView view) => view.Id;

    /// <inheritdoc/>
    protected override (IEnumerable<FaqEntry> Items, string? Next) ToEntries(FaqPage page) => (page.Items.Select(ToEntry), page.Next);

    private static FaqEntry ToEntry(FaqView view) => new()
    {
        Id = view.Id,
        Question = view.Question,
        Variants = view.Variants,
        Answer = view.Answer,
        Category = view.Category,
        Locale = view.Locale,
        State = view.State,
        Audience = view.Audience,
    };
}
