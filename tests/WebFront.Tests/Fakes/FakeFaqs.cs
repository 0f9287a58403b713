using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>Questions with their answers in memory.</summary>
internal sealed class FakeFaqs() : FakeEntries<FaqEntry, FaqView>(e => e.Id ?? e.Question, View), IFaqsGrain
{
    public Task<FaqPage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        var (items, next) = Page(after, limit);
        return Task.FromResult(new FaqPage { Items = [.. items], Next = next });
    }

    public Task<ImportResult> Import(FaqImport import, CancellationToken cancellationToken = default) =>
        Import([.. import.Lines.Select(l => l.Entry)], import.DryRun, cancellationToken);

    private static FaqView View(string id, FaqEntry entry) =>
        new()
        {
            Id = id,
            Question = entry.Question,
            Variants = entry.Variants,
            Answer = entry.Answer,
            Category = entry.Category,
            Locale = entry.Locale,
            State = entry.State,
            Revision = 1,
            Answers = 0,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };
}
