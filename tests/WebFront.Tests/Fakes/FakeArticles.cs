using System.Collections.Concurrent;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>Entries in memory.</summary>
internal sealed class FakeArticles : IArticlesGrain
{
    public ConcurrentDictionary<string, ArticleView> All { get; } = new();

    public Task<ArticleView> Add(ArticleEntry entry, CancellationToken cancellationToken = default) =>
        All.ContainsKey(entry.Id ?? entry.Title)
            ? throw new SupportException(ProblemCodes.SourceExists, "There is one.")
            : Put(entry, cancellationToken);

    public Task<ArticleView> Put(ArticleEntry entry, CancellationToken cancellationToken = default)
    {
        var id = entry.Id ?? entry.Title;
        return Task.FromResult(All[id] = new ArticleView
        {
            Id = id,
            Title = entry.Title,
            Body = entry.Body,
            State = entry.State,
            Category = entry.Category,
            Locale = entry.Locale,
            Revision = 1,
            Answers = 0,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        });
    }

    public Task<ArticleView> Get(string id, CancellationToken cancellationToken = default) =>
        All.TryGetValue(id, out var faq) ? Task.FromResult(faq) : throw new SupportException(ProblemCodes.SourceNotFound, "There is no such entry.");

    public Task<ArticlePage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        var items = All.Values.OrderBy(f => f.Id, StringComparer.Ordinal).Where(f => string.CompareOrdinal(f.Id, after) > 0).Take(limit).ToList();
        return Task.FromResult(new ArticlePage { Items = [.. items], Next = items.Count == limit ? items[^1].Id : null });
    }

    public async Task<ImportResult> Import(ArticleImport import, CancellationToken cancellationToken = default)
    {
        if (import.Lines.Length > 500) throw new InvalidOperationException("The piece is too large.");
        if (!import.DryRun)
            foreach (var line in import.Lines) await Put(line.Entry, cancellationToken);
        return new ImportResult { Added = import.Lines.Length, Updated = 0, Unchanged = 0, Rejected = 0, Problems = [], DryRun = import.DryRun };
    }
}
