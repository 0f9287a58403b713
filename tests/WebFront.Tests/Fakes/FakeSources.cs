using System.Collections.Concurrent;
using System.Text;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>Sources that are ready at once.</summary>
internal sealed class FakeSources : ISourcesGrain
{
    private readonly ConcurrentDictionary<Guid, List<byte>> _uploads = new();

    public ConcurrentDictionary<string, SourceView> All { get; } = new();

    public ConcurrentDictionary<string, string> Texts { get; } = new();

    public int Pieces { get; private set; }

    public Task Upload(UploadChunk chunk, CancellationToken cancellationToken = default)
    {
        Pieces++;
        var bytes = _uploads.GetOrAdd(chunk.Upload, _ => []);
        if (bytes.Count != chunk.Offset) throw new InvalidOperationException("A piece is missing.");
        bytes.AddRange(chunk.Data);
        return Task.CompletedTask;
    }

    public Task<SourceView> AddDocument(AddDocument document, CancellationToken cancellationToken = default)
    {
        if (document.Bytes == 0) throw new SupportException(ProblemCodes.FileEmpty, "The file is empty.");
        var id = $"doc-{All.Count}";
        Texts[document.FileName] = Encoding.UTF8.GetString([.. _uploads[document.Upload]]);
        return Task.FromResult(All[id] = View(SourceKinds.Document, id, document.FileName));
    }

    public Task<SourceView> AddPage(AddPage page, CancellationToken cancellationToken = default) =>
        Task.FromResult(All["page-1"] = View(SourceKinds.Page, "page-1", page.Url));

    public Task<SourcePage> List(ListSources query, CancellationToken cancellationToken = default) =>
        Task.FromResult(new SourcePage { Items = [.. All.Values.Where(s => s.Kind == query.Kind).OrderBy(s => s.Id).Take(query.Limit)] });

    public Task<SourceView> Get(string kind, string id, CancellationToken cancellationToken = default) =>
        All.TryGetValue(id, out var source) ? Task.FromResult(source) : throw NotFound();

    public Task Delete(string kind, string id, CancellationToken cancellationToken = default) =>
        All.TryRemove(id, out _) ? Task.CompletedTask : throw NotFound();

    public static SourceView View(string kind, string id, string name) => new()
    {
        Id = id,
        Kind = kind,
        Name = name,
        Title = name,
        Status = SourceStatuses.Ready,
        Revision = 1,
        State = SourceStates.Published,
        Passages = 1,
        Answers = 0,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    private static SupportException NotFound() => new(ProblemCodes.SourceNotFound, "There is no such source.");

    public Task<PassagePage> GetPassages(string kind, string id, int from, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult(new PassagePage { Items = [new PassageView { ChunkId = id, Ordinal = from, Text = kind }] });
}
