using System.Collections.Concurrent;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>Entries of one kind in memory.</summary>
internal abstract class FakeEntries<TEntry, TView>(Func<TEntry, string> idOf, Func<string, TEntry, TView> view)
{
    public ConcurrentDictionary<string, TView> All { get; } = new();

    public Task<TView> Add(TEntry entry, CancellationToken cancellationToken = default) =>
        All.ContainsKey(idOf(entry))
            ? throw new SupportException(ProblemCodes.SourceExists, "There is one.")
            : Put(entry, cancellationToken);

    public Task<TView> Put(TEntry entry, CancellationToken cancellationToken = default) =>
        Task.FromResult(All[idOf(entry)] = view(idOf(entry), entry));

    public Task<TView> Get(string id, CancellationToken cancellationToken = default) =>
        All.TryGetValue(id, out var found) ? Task.FromResult(found) : throw new SupportException(ProblemCodes.SourceNotFound, "There is no such entry.");

    protected (IEnumerable<TView> Items, string? Next) Page(string? after, int limit)
    {
        var items = All.OrderBy(e => e.Key, StringComparer.Ordinal).Where(e => string.CompareOrdinal(e.Key, after) > 0).Take(limit).ToList();
        return (items.Select(i => i.Value), items.Count == limit ? items[^1].Key : null);
    }

    protected async Task<ImportResult> Import(IReadOnlyCollection<TEntry> entries, bool dryRun, CancellationToken cancellationToken)
    {
        if (entries.Count > 500) throw new InvalidOperationException("The piece is too large.");
        if (!dryRun)
            foreach (var entry in entries) await Put(entry, cancellationToken);
        return new ImportResult { Added = entries.Count, Updated = 0, Unchanged = 0, Rejected = 0, Problems = [], DryRun = dryRun };
    }
}
