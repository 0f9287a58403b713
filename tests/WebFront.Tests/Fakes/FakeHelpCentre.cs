using System.Collections.Immutable;
using SupportPlatform.Help;

namespace SupportPlatform.Fakes;

/// <summary>Two articles and a question.</summary>
internal sealed class FakeHelpCentre : IHelpCentreGrain
{
    private int _reads;

    /// <summary>How often a page had to be made.</summary>
    public int Reads => _reads;

    /// <summary>What was counted.</summary>
    public List<HelpViews> Views { get; } = [];

    public Task<HelpContents> GetContents(string locale, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return Task.FromResult(new HelpContents
        {
            Locales = ["en", "ar"],
            Articles =
            [
                new HelpLink { Id = "returns", Title = "Returns <30 days>", Category = "Orders", Views = 12 },
                new HelpLink { Id = "refunds", Title = "Refunds", Category = "Orders" },
            ],
            Questions = [new HelpQuestion { Id = "q1", Question = "Is it free?", Answer = "Yes, **always**." }],
        });
    }

    public Task<HelpArticle?> GetArticle(string id, CancellationToken cancellationToken = default) => Task.FromResult(id != "returns" ? null : new HelpArticle
    {
        Id = id,
        Title = "Returns <30 days>",
        Category = "Orders",
        Body = "# Returns <30 days>\n\nSend it back. <script>alert(1)</script> [x](javascript:alert(1)) ![p](https://elsewhere.example/p.png)",
        UpdatedAt = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
    });

    public Task<ImmutableArray<HelpHit>> Search(string query, string locale, CancellationToken cancellationToken = default) =>
        Task.FromResult<ImmutableArray<HelpHit>>([new HelpHit { Id = "returns", Title = "Returns <30 days>", Excerpt = query }]);

    public Task CountViews(ImmutableArray<HelpViews> views, CancellationToken cancellationToken = default)
    {
        lock (Views) Views.AddRange(views);
        return Task.CompletedTask;
    }
}
