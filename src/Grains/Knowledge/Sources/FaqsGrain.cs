using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>Administers a store's questions with their answers.</summary>
[StatelessWorker]
[GrainType("faqs")]
internal sealed class FaqsGrain(
    SourceStore sources, EntryWriter writer, EntryImporter importer, StorageRetry retry) : Grain, IFaqsGrain
{
    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<FaqView> Add(FaqEntry entry, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        var faq = SourceRules.Check(entry);
        var written = await writer.Write(Store, SourceKinds.Faq, [ToEntry(faq)], replace: false, cancellationToken);
        if (written.Count == 0) throw new SupportException(ProblemCodes.SourceExists, $"There is an entry with the id {faq.Id}.");
        return await Find(faq.Id!, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<FaqView> Put(FaqEntry entry, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        var faq = SourceRules.Check(entry);
        await writer.Write(Store, SourceKinds.Faq, [ToEntry(faq)], replace: true, cancellationToken);
        return await Find(faq.Id!, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FaqView> Get(string id, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        return Find(id, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<FaqPage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        SourceRules.CheckLimit(limit);
        var query = new ListSources { Kind = SourceKinds.Faq, After = after, Limit = limit };
        var items = await retry.Run(ct => sources.List(Store, query, withContent: true, ct), cancellationToken);
        return new FaqPage { Items = [.. items.Select(ToView)], Next = items.Count == limit ? items[^1].View.Id : null };
    }

    /// <inheritdoc/>
    public Task<ImportResult> Import(FaqImport import, CancellationToken cancellationToken = default)
    {
        AdministratorGate.Require();
        var lines = import.Lines.IsDefault ? [] : import.Lines;
        return importer.Import(
            Store, SourceKinds.Faq, [.. lines.Select(l => (l.Line, (Func<NewEntry>)(() => ToEntry(SourceRules.Check(l.Entry)))))],
            import.DryRun, cancellationToken);
    }

    private static NewEntry ToEntry(FaqEntry faq) =>
        new(faq.Id!, faq.Question, faq.Locale, faq.Category, SourceStates.Published, SourceRules.Stored(faq.Audience), SourceContent.Of(faq));

    private static FaqView ToView(StoredSource source) => new()
    {
        Id = source.View.Id,
        Question = source.View.Title,
        Variants = source.Content?.Variants ?? [],
        Answer = source.Content?.Answer ?? "",
        Category = source.View.Category,
        Locale = source.View.Locale,
        Revision = source.View.Revision,
        Answers = source.View.Answers,
        UpdatedAt = source.View.UpdatedAt,
        Audience = source.View.Audience,
    };

    private async Task<FaqView> Find(string id, CancellationToken cancellationToken)
    {
        var found = await retry.Run(ct => sources.Find(new SourceKey(Store, SourceKinds.Faq, id), withContent: true, ct), cancellationToken);
        return found is null ? throw SourcesGrain.NotFound() : ToView(found);
    }
}
