using System.Diagnostics;
using System.Text;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Extraction;

/// <summary>Each limit ends in its own code, and the worker ends with it.</summary>
public sealed class ExtractionLimitTests
{
    [Fact]
    public async Task Extract_LargeFile_IsTooLarge() =>
        Assert.Equal("file_too_large", await Code(new() { MaxFileBytes = 10 }, "eleven byte"));

    [Fact]
    public async Task Extract_MuchText_IsTooMuchText() =>
        Assert.Equal("too_much_text", await Code(new() { MaxCharacters = 1_000 }, new string('a', 1_001)));

    [Fact]
    public async Task Extract_ManyPages_IsTooManyPages()
    {
        using var files = new ExtractorDriver(new() { MaxPages = 2 });
        Assert.Equal("too_many_pages", await files.Code(SmallPdf.Of("one", "two", "three"), "three.pdf"));
    }

    [Fact]
    public async Task Extract_WorkerThatHangs_TimesOutAndIsEnded()
    {
        var mark = Path.GetTempFileName();
        var worker = ExtractorDriver.Script($"sleep 600 & echo $! > {mark}; wait");
        var clock = Stopwatch.StartNew();

        Assert.Equal("extraction_timeout", await Code(new() { TimeLimit = TimeSpan.FromSeconds(1), Worker = worker }, "text"));

        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
        var child = (await File.ReadAllTextAsync(mark)).Trim();
        Assert.True(SpinWait.SpinUntil(() => !IsAlive(child), TimeSpan.FromSeconds(10)), "what the worker started still runs");
    }

    [Fact]
    public async Task Extract_WorkerThatGrows_IsEndedForItsMemory()
    {
        // The shell keeps what it reads.
        var worker = ExtractorDriver.Script("x=$(head -c 400000000 /dev/zero | tr '\\0' 'a'); sleep 60");
        Assert.Equal("extraction_memory", await Code(new() { MaxMemoryBytes = 100_000_000, Worker = worker }, "text"));
    }

    [Fact]
    public async Task Extract_WorkerThatWritesWithoutEnd_IsTooMuchText() =>
        Assert.Equal("too_much_text", await Code(new() { MaxCharacters = 1_000, Worker = ExtractorDriver.Script("cat /dev/zero") }, "text"));

    [Theory]
    [InlineData("kill -SEGV $$")]
    [InlineData("exit 7")]
    [InlineData("echo '{\"kind\":'")]
    [InlineData("echo 'null'")]
    [InlineData("echo '{}'")]
    [InlineData("true")]
    public async Task Extract_WorkerThatFails_IsFailed(string script) =>
        Assert.Equal("extraction_failed", await Code(new() { Worker = ExtractorDriver.Script(script) }, "text"));

    [Fact]
    public async Task Extract_NoSuchWorker_IsFailed() =>
        Assert.Equal("extraction_failed", await Code(new() { Worker = "/nowhere/worker" }, "text"));

    [Fact]
    public async Task Extract_Cancelled_Throws()
    {
        using var files = new ExtractorDriver(new() { Worker = ExtractorDriver.Script("sleep 600") });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => files.ReadText("text", "a.txt", cancel.Token));
    }

    [Fact]
    public async Task Extract_SecretsOfTheSilo_AreNotInTheWorkersEnvironment()
    {
        Environment.SetEnvironmentVariable("Model__ApiKey_ForThisTest", "secret");
        var worker = ExtractorDriver.Script("e=$(env | grep -c ForThisTest); n=$(nice); echo \"{\\\"kind\\\":\\\"text\\\",\\\"pages\\\":[{\\\"text\\\":\\\"$e $n\\\"}]}\"");
        using var files = new ExtractorDriver(new() { Worker = worker });

        Assert.Equal("0 19", await files.Text("text", "a.txt"));
    }

    [Fact]
    public async Task Extract_ManyFilesAtOnce_EachIsReadAndFewAtATime()
    {
        using var files = new ExtractorDriver(new() { Workers = 2 });
        var texts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => files.Text($"file {i}", "a.txt")));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"file {i}"), texts);
    }

    private static bool IsAlive(string id) =>
        File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static async Task<string> Code(ExtractionOptions options, string text)
    {
        using var files = new ExtractorDriver(options);
        return await files.Code(Encoding.UTF8.GetBytes(text), "a.txt");
    }
}
