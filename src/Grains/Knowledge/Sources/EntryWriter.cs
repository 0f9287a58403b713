using Microsoft.Extensions.Options;
using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>Writes entries within a store's bounds, and tells this silo's library.</summary>
internal sealed class EntryWriter(
    EntryStore entries, SourceStore sources, KnowledgeLibrary library, StorageRetry retry, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>Writes them; see <see cref="EntryStore.Write"/>.</summary>
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
