using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>Administers a store's questions with their answers.</summary>
[StatelessWorker]
[GrainType("faqs")]
internal sealed class FaqsGrain(EntryService entries, EntryImporter importer) : Grain, IFaqsGrain
{
    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<FaqView> Add(FaqEntry entry, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return FaqRows.ToView(await entries.Add(Store, SourceKinds.Faq, FaqRows.ToEntry(SourceRules.Check(entry)), "an entry", cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<FaqView> Put(FaqEntry entry, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return FaqRows.ToView(await entries.Put(Store, SourceKinds.Faq, FaqRows.ToEntry(SourceRules.Check(entry)), cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<FaqView> Get(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return FaqRows.ToView(await entries.Get(Store, SourceKinds.Faq, id, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<FaqPage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var (items, next) = await entries.List(Store, SourceKinds.Faq, after, limit, cancellationToken);
        return new FaqPage { Items = [.. items.Select(FaqRows.ToView)], Next = next };
    }

    /// <inheritdoc/>
    public Task<ImportResult> Import(FaqImport import, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var lines = import.Lines.IsDefault ? [] : import.Lines;
        return importer.Import(
            Store, SourceKinds.Faq, [.. lines.Select(l => (l.Line, (Func<NewEntry>)(() => FaqRows.ToEntry(SourceRules.Check(l.Entry)))))],
            import.DryRun, cancellationToken);
    }
}
