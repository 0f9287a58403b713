using Microsoft.Extensions.Options;
using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>Reads entries, and writes them within a store's bounds, telling this silo's library.</summary>
internal sealed class EntryService(
    EntryStore entries, SourceStore sources, KnowledgeLibrary library, StorageRetry retry, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>Adds an entry.</summary>
    /// <param name="store">The store's id.</param>
    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="noun">What an entry of the kind is called, with the article.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">There is one with its id, or it cannot be written.</exception>
    public async Task<StoredSource> Add(string store, string kind, NewEntry entry, string noun, CancellationToken cancellationToken)
    {
        var written = await Write(store, kind, [entry], replace: false, cancellationToken);
        if (written.Count == 0) throw new SupportException(ProblemCodes.SourceExists, $"There is {noun} with the id {entry.Id}.");
        return await Get(store, kind, entry.Id, cancellationToken);
    }

    /// <summary>Adds an entry, or replaces the one with its id.</summary>
    public async Task<StoredSource> Put(string store, string kind, NewEntry entry, CancellationToken cancellationToken)
    {
        await Write(store, kind, [entry], replace: true, cancellationToken);
        return await Get(store, kind, entry.Id, cancellationToken);
    }

    /// <summary>An entry, or null.</summary>
    public Task<StoredSource?> Find(string store, string kind, string id, CancellationToken cancellationToken) =>
        retry.Run(ct => sources.Find(new SourceKey(store, kind, id), withContent: true, ct), cancellationToken);

    /// <summary>An entry.</summary>
    /// <exception cref="SupportException">There is none.</exception>
    public async Task<StoredSource> Get(string store, string kind, string id, CancellationToken cancellationToken) =>
        await Find(store, kind, id, cancellationToken) ?? throw SourcesGrain.NotFound();

    /// <summary>A page of entries with their text, by id.</summary>
    /// <returns>The entries, and the id after which the next page begins.</returns>
    public async Task<(IReadOnlyList<StoredSource> Items, string? Next)> List(
        string store, string kind, string? after, int limit, CancellationToken cancellationToken)
    {
        SourceRules.CheckLimit(limit);
        var query = new ListSources { Kind = kind, After = after, Limit = limit };
        var items = await retry.Run(ct => sources.List(store, query, withContent: true, ct), cancellationToken);
        return (items, items.Count == limit ? items[^1].View.Id : null);
    }

    /// <summary>Writes entries; see <see cref="EntryStore.Write"/>.</summary>
    /// <exception cref="SupportException">The store has too many sources, or the storage is unavailable.</exception>
    public async Task<IReadOnlyDictionary<string, long>> Write(
        string store, string kind, IReadOnlyCollection<NewEntry> written, bool replace, CancellationToken cancellationToken)
    {
        var most = options.Value.MostSources;
        if (!await retry.Run(ct => sources.HasRoom(store, written.Count, most, ct), cancellationToken))
            throw new SupportException(ProblemCodes.TooManySources, $"A store has at most {most} sources; delete some first.");
        var result = await retry.Run(ct => entries.Write(store, kind, written, replace, time.GetUtcNow(), ct), cancellationToken);
        if (result.Count > 0) library.NoteChange(store);
        return result;
    }
}
