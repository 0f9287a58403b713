using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>Articles in memory.</summary>
internal sealed class FakeArticles() : FakeEntries<ArticleEntry, ArticleView>(e => e.Id ?? e.Title, View), IArticlesGrain
{
    public Task<ArticlePage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        var (items, next) = Page(after, limit);
        return Task.FromResult(new ArticlePage { Items = [.. items], Next = next });
    }

    public Task<ImportResult> Import(ArticleImport import, CancellationToken cancellationToken = default) =>
        Import([.. import.Lines.Select(l => l.Entry)], import.DryRun, cancellationToken);

    private static ArticleView View(string id, ArticleEntry entry) =>
        new()
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
        };
}
