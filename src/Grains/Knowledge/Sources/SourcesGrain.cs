using Microsoft.Extensions.Options;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>Administers a store's sources; all state is in the database and on disk.</summary>
[StatelessWorker]
[GrainType("sources")]
internal sealed class SourcesGrain(
    SourceStore sources, DocumentFiles files, OriginalCleaner cleaner, KnowledgeLibrary library, IngestionSignal signal,
    StorageRetry retry, IOptions<KnowledgeOptions> options, TimeProvider time) : Grain, ISourcesGrain
{
    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task Upload(UploadChunk chunk, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.Check(chunk);
        await files.Append(Store, chunk, Limits.FileBytes, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<SourceView> AddDocument(AddDocument document, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.Check(document);
        var (bytes, hash) = await files.Describe(Store, document.Upload, cancellationToken);
        if (bytes == 0)
        {
            files.Discard(Store, document.Upload);
            throw new SupportException(ProblemCodes.FileEmpty, "The file is empty.");
        }

        SourceRules.Require(bytes == document.Bytes, "the upload is complete");
        await RequireRoom(cancellationToken);
        var added = new NewDocument(
            Store, $"doc-{Guid.NewGuid():N}", document.FileName, hash, bytes, document.Locale, document.Category, document.Origin,
            SourceRules.Stored(document.Audience));
        var kept = false;
        var (source, replaced) = await retry.Run(
            ct => sources.Queue(added, Keep, time.GetUtcNow(), ct), cancellationToken);
        if (replaced is not null) await cleaner.Release(replaced, cancellationToken);
        signal.Set();
        return source;

        // A repetition of the transaction finds the original in its place.
        void Keep()
        {
            if (kept) return;
            files.Keep(Store, document.Upload, hash);
            kept = true;
        }
    }

    /// <inheritdoc/>
    public async Task<SourceView> AddPage(AddPage page, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var url = SourceRules.Check(page);
        await RequireRoom(cancellationToken);
        var key = new SourceKey(Store, SourceKinds.Page, SourceRules.DeriveId("page", url));
        var added = await retry.Run(ct => sources.QueuePage(key, url, page, time.GetUtcNow(), ct), cancellationToken);
        signal.Set();
        return added;
    }

    /// <inheritdoc/>
    public async Task<SourcePage> List(ListSources query, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.CheckLimit(query.Limit);
        var items = await retry.Run(ct => sources.List(Store, query, withContent: false, ct), cancellationToken);
        return new SourcePage { Items = [.. items.Select(i => i.View)], Next = items.Count == query.Limit ? items[^1].View.Id : null };
    }

    /// <inheritdoc/>
    public async Task<SourceView> Get(string kind, string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var found = await retry.Run(ct => sources.Find(new SourceKey(Store, kind, id), withContent: false, ct), cancellationToken);
        return found?.View ?? throw NotFound();
    }

    /// <inheritdoc/>
    public async Task<PassagePage> GetPassages(string kind, string id, int from, int limit, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.CheckLimit(limit);
        SourceRules.Require(from >= 0, "from is not below 0");
        var found = await retry.Run(ct => sources.Find(new SourceKey(Store, kind, id), withContent: true, ct), cancellationToken) ?? throw NotFound();
        var passages = found.Content?.Read(found.View.Name).Passages ?? [];
        return new PassagePage
        {
            Items = [.. passages.Skip(from).Take(limit).Select(p => p.ToView())],
            Next = from + limit < passages.Length ? from + limit : null,
        };
    }

    /// <inheritdoc/>
    public async Task Delete(string kind, string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var (found, hash) = await retry.Run(ct => sources.Delete(new SourceKey(Store, kind, id), time.GetUtcNow(), ct), cancellationToken);
        if (!found) throw NotFound();
        library.NoteChange(Store);
        if (hash is not null && kind == SourceKinds.Document) await cleaner.Release(hash, cancellationToken);
    }

    /// <summary>There is no such source.</summary>
    internal static SupportException NotFound() => new(ProblemCodes.SourceNotFound, "There is no such source.");

    private async Task RequireRoom(CancellationToken cancellationToken)
    {
        var most = options.Value.MostSources;
        if (!await retry.Run(ct => sources.HasRoom(Store, 1, most, ct), cancellationToken))
            throw new SupportException(ProblemCodes.TooManySources, $"A store has at most {most} sources; delete some first.");
    }
}
