using System.Text.Json;
using Microsoft.Playwright;
using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>A conversation of thousands of messages: what is fetched, what scrolling costs, and what it weighs. The limits are those of docs/widget.md.</summary>
public sealed class LongConversationTests(LongConversation conversation, BrowserFixture browser, ITestOutputHelper output)
    : IClassFixture<LongConversation>, IClassFixture<BrowserFixture>
{
    private const int Window = 100;
    private const double MedianFrame = 34;
    private const double Heap = 12;

    // Up through three windows; a line that is looked at goes down by just as much as the reader goes up.
    private const string ScrollUp = """
        async log => {
          const lines = () => [...log.querySelectorAll('[data-seq]')];
          const topOf = line => line.getBoundingClientRect().top;
          const seen = new Set();
          const jumps = [];
          const rest = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
          // Away from the end, which holds the reader.
          log.scrollTop -= 1500;
          await rest();
          await rest();
          for (const first = +lines()[0].dataset.seq; +lines()[0].dataset.seq > first - 300;) {
            lines().forEach(l => seen.add(+l.dataset.seq));
            const line = lines().find(l => topOf(l) > topOf(log) + 60);
            const before = topOf(line);
            const step = Math.min(120, log.scrollTop);
            log.scrollTop -= step;
            await rest();
            const now = log.querySelector(`[data-seq='${line.dataset.seq}']`);
            if (now === null || Math.abs(topOf(now) - before - step) > 2) jumps.push([line.dataset.seq, step, log.scrollTop, now && topOf(now) - before]);
          }
          return { jumps, seen: [...seen].sort((a, b) => a - b) };
        }
        """;

    private const string Measure = """
        async log => {
          const times = [];
          let last = await new Promise(requestAnimationFrame);
          for (let i = 0; i < 240; i++) {
            log.scrollTop += 60;
            const now = await new Promise(requestAnimationFrame);
            times.push(now - last);
            last = now;
          }
          return times.sort((a, b) => a - b);
        }
        """;

    [SkippableFact]
    public async Task FirstPaint_FetchesOneWindow_AndScrollingUpTheRestWithoutAJump()
    {
        var received = 0;
        var asked = 0;
        await using var shop = await conversation.Open(browser.Browser, page =>
        {
            page.WebSocket += (_, socket) =>
            {
                socket.FrameReceived += (_, frame) => received += Count(frame.Text, "\"target\":\"event\"");
                socket.FrameSent += (_, frame) => asked += Count(frame.Text, "\"target\":\"read\"");
            };
            return Task.CompletedTask;
        });
        await shop.OpenChat();
        await Assertions.Expect(shop.Page.Locator(".pill.online")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Panel.Locator(".who strong")).ToHaveTextAsync("Ada");
        await shop.Own.Last.WaitForAsync();
        Assert.InRange(received, 1, Window);
        Assert.Equal(0, asked);
        Assert.True(await shop.Page.Locator(".line").CountAsync() < 60, "the list draws lines that are not in view");

        var scrolled = await shop.Page.Locator(".log").EvaluateAsync<JsonElement>(ScrollUp);
        await shop.Picture("earlier");
        output.WriteLine($"{received} events at first, then {asked} windows");
        Assert.InRange(asked, 3, 5);
        output.WriteLine(scrolled.GetProperty("jumps").GetRawText());
        Assert.Equal("[]", scrolled.GetProperty("jumps").GetRawText());
        var seen = scrolled.GetProperty("seen").EnumerateArray().Select(seq => seq.GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(seen[0], seen.Count), seen);
        shop.AssertNoErrors();
    }

    [SkippableFact]
    public async Task Scrolling_AThousandMessages_StaysWithinTheLimits()
    {
        await using var shop = await conversation.Open(browser.Browser);
        var session = await shop.Page.Context.NewCDPSessionAsync(shop.Page);
        await session.SendAsync("Performance.enable");
        await session.SendAsync("HeapProfiler.enable");
        await shop.Launcher.WaitForAsync();
        var empty = await Used(session);
        await shop.OpenChat();
        await shop.Own.Last.WaitForAsync();
        var window = await Used(session);
        await shop.Page.Locator(".log").EvaluateAsync("""
            async log => {
              for (let height = log.scrollHeight; height < 1000 * 76;) {
                log.scrollTop = Math.max(0, log.scrollTop - 2000);
                await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
                height = log.scrollHeight;
              }
            }
            """);
        var thousand = await Used(session);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        var frames = await shop.Page.Locator(".log").EvaluateAsync<double[]>(Measure);
        var (median, slow) = (frames[frames.Length / 2], frames[(int)(frames.Length * 0.95)]);
        output.WriteLine($"frames at a 4x slowed CPU: median {median:F1} ms, p95 {slow:F1} ms, slowest {frames[^1]:F1} ms");
        output.WriteLine($"heap: {empty:F1} MB with the launcher, {window:F1} MB with a window of messages, {thousand:F1} MB with a thousand");

        // How slow the slow ones are depends on what else the machine does; they are printed above.
        Assert.True(median <= MedianFrame, $"frames took {median:F1} ms");
        Assert.True(thousand - empty <= Heap, $"a thousand messages take {thousand - empty:F1} MB");
    }

    private static int Count(string? text, string part) => (text ?? "").Split(part).Length - 1;

    /// <summary>What is in use of the heap after garbage has been collected, in MB.</summary>
    private static async Task<double> Used(ICDPSession session)
    {
        await session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = await session.SendAsync("Performance.getMetrics");
        return metrics!.Value.GetProperty("metrics").EnumerateArray().First(m => m.GetProperty("name").GetString() == "JSHeapUsedSize").GetProperty("value").GetDouble() / 1_000_000;
    }
}
