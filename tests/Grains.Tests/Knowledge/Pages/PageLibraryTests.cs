using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Pages;

public sealed class PageLibraryTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IPageFetcher
{
    private const string Address = "http://example.org/";
    private readonly FakeTimeProvider _time = new();
    private readonly List<PageValidators?> _asked = [];

    [Fact]
    public async Task Get_FreshThenStale_IsHitThenRevalidated()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var results = new List<string>();
        using var listener = new MeterListener();
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (i, l) =>
        {
            if (i.Meter.Scope == meters) l.EnableMeasurementEvents(i);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => results.Add((string)tags[0].Value!));
        listener.Start();
        var library = new PageLibrary(this, new PageCache(database.DataSource), new PageInstruments(meters), _time);

        await library.Get(Address, CancellationToken.None);
        await library.Get("http://example.org/#part", CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(11));
        var page = await library.Get(Address, CancellationToken.None);

        Assert.Equal(["miss", "hit", "revalidated"], results);
        Assert.Equal([null, "\"v1\""], _asked.Select(v => v?.ETag));
        Assert.Equal("text", page.Document.Pages[0].Text);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(10), page.FreshUntil);
    }

    [Fact]
    public async Task Find_PageOfAnotherSilo_IsTheWholePage()
    {
        var changed = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var page = Page("Aÿ\0" + "text", new PageValidators("\"v1\"", changed), _time.GetUtcNow() + TimeSpan.FromHours(1));
        await new PageCache(database.DataSource).Keep("whole", page, _time.GetUtcNow(), CancellationToken.None);

        var found = await new PageCache(database.DataSource).Find("whole", CancellationToken.None);

        Assert.Equal((page.Address, page.Validators, page.FreshUntil), (found!.Address, found.Validators, found.FreshUntil));
        Assert.Equal(("html", "Title"), (found.Document.Kind, found.Document.Title));
        Assert.Equal(page.Document.Pages.AsEnumerable(), found.Document.Pages.AsEnumerable());
    }

    [Fact]
    public async Task Keep_TwoSilosAtOnce_KeepsTheFresherPage()
    {
        var cache = new PageCache(database.DataSource);
        var pages = Enumerable.Range(1, 8).Select(i => Page($"{i}", new PageValidators(null, null), _time.GetUtcNow() + TimeSpan.FromMinutes(i)));

        await Task.WhenAll(pages.Select(p => cache.Keep("both", p, _time.GetUtcNow(), CancellationToken.None)));

        Assert.Equal("8", (await cache.Find("both", CancellationToken.None))!.Document.Pages[0].Text);
    }

    [Fact]
    public async Task Keep_AfterAWeek_TakesAwayWhatIsTooOldAndLeavesOutWhatIsTooLarge()
    {
        var cache = new PageCache(database.DataSource);
        var validators = new PageValidators(null, null);
        await cache.Keep("old", Page("old", validators, _time.GetUtcNow()), _time.GetUtcNow(), CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(6));
        await cache.Keep("stale", Page("stale", validators, _time.GetUtcNow()), _time.GetUtcNow(), CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(2));

        await cache.Keep("new", Page("new", validators, _time.GetUtcNow()), _time.GetUtcNow(), CancellationToken.None);
        await cache.Keep("large", Page(new string('x', 1_000_001), validators, _time.GetUtcNow()), _time.GetUtcNow(), CancellationToken.None);

        Assert.Null(await cache.Find("old", CancellationToken.None));
        Assert.NotNull(await cache.Find("stale", CancellationToken.None));
        Assert.NotNull(await cache.Find("new", CancellationToken.None));
        Assert.Null(await cache.Find("large", CancellationToken.None));
    }

    [Fact]
    public async Task Wait_SameHost_KeepsItsDistance()
    {
        var pace = new HostPace(TimeSpan.FromSeconds(1), _time);
        await pace.Wait("a.org", CancellationToken.None);
        await pace.Wait("b.org", CancellationToken.None);
        var second = pace.Wait("A.org", CancellationToken.None);
        var third = pace.Wait("a.org", CancellationToken.None);
        Assert.False(second.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await second;
        Assert.False(third.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await third;
    }

    Task<string> IPageFetcher.FetchHtml(string address, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static CachedPage Page(string text, PageValidators validators, DateTimeOffset freshUntil) =>
        new(new Uri(Address), new ExtractedDocument("html", "Title", [new ExtractedPage(null, text)]), validators, freshUntil);

    Task<FetchedPage> IPageFetcher.Fetch(string address, PageValidators? validators, CancellationToken cancellationToken)
    {
        _asked.Add(validators);
        var document = validators is null ? new ExtractedDocument("html", null, ImmutableArray.Create(new ExtractedPage(null, "text"))) : null;
        return Task.FromResult(new FetchedPage(new Uri(address), document, new PageValidators("\"v1\"", null), TimeSpan.FromMinutes(10)));
    }
}
