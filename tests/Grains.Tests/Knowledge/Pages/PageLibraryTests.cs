using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Pages;

public sealed class PageLibraryTests : IPageFetcher
{
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
        var library = new PageLibrary(this, new MemoryPageCache(2), new PageInstruments(meters), _time);

        await library.Get("http://example.org/", CancellationToken.None);
        await library.Get("http://example.org/#part", CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(11));
        var page = await library.Get("http://example.org/", CancellationToken.None);

        Assert.Equal(["miss", "hit", "revalidated"], results);
        Assert.Equal([null, "\"v1\""], _asked.Select(v => v?.ETag));
        Assert.Equal("text", page.Document.Pages[0].Text);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(10), page.FreshUntil);
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

    Task<FetchedPage> IPageFetcher.Fetch(string address, PageValidators? validators, CancellationToken cancellationToken)
    {
        _asked.Add(validators);
        var document = validators is null ? new ExtractedDocument("html", null, ImmutableArray.Create(new ExtractedPage(null, "text"))) : null;
        return Task.FromResult(new FetchedPage(new Uri(address), document, new PageValidators("\"v1\"", null), TimeSpan.FromMinutes(10)));
    }
}
