using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class RequestContextTests
{
    public interface IReader : IGrainWithStringKey
    {
        Task<string?> Read();

        Task<string?> ReadThrough(string other);

        Task Change(string value);

        IAsyncEnumerable<string?> ReadOften(int times);

        Task ChangeWithoutAwait(string value);
    }

    [Fact]
    public async Task Value_OfTheCaller_ReachesEachCallee()
    {
        await using var silo = new TestSilo();
        RequestContext.Set("who", "me");

        Assert.Equal("me", await silo.Get<IReader>("a").Read());
        Assert.Equal("me", await silo.Get<IReader>("a").ReadThrough("b"));
    }

    [Fact]
    public async Task Change_InTheCallee_StaysThere()
    {
        await using var silo = new TestSilo();
        RequestContext.Set("who", "me");
        await silo.Get<IReader>().Change("you");
        await silo.Get<IReader>().ChangeWithoutAwait("they");

        Assert.Equal("me", RequestContext.Get("who"));
        RequestContext.Clear();
        Assert.Null(await silo.Get<IReader>().Read());
    }

    [Fact]
    public async Task Remove_InTheCaller_EndsIt()
    {
        await using var silo = new TestSilo();
        RequestContext.Set("who", "me");
        RequestContext.Set("else", "x");

        Assert.True(RequestContext.Remove("who"));
        Assert.False(RequestContext.Remove("who"));
        Assert.Null(await silo.Get<IReader>().Read());
        Assert.Equal("x", RequestContext.Get("else"));
    }

    [Fact]
    public async Task Value_AtTheStartOfASequence_HoldsForEachItem()
    {
        await using var silo = new TestSilo();
        RequestContext.Set("who", "me");

        Assert.Equal(["me", "me", "me"], await silo.Get<IReader>().ReadOften(3).WithBatchSize(1).ToListAsync());
    }

    public sealed class ReaderGrain : Grain, IReader
    {
        public async Task<string?> Read()
        {
            await Task.Yield();
            return RequestContext.Get("who") as string;
        }

        public Task<string?> ReadThrough(string other) => GrainFactory.GetGrain<IReader>(other).Read();

        public async Task Change(string value)
        {
            RequestContext.Set("who", value);
            await Task.Yield();
        }

        public Task ChangeWithoutAwait(string value)
        {
            RequestContext.Set("who", value);
            return Task.CompletedTask;
        }

        public async IAsyncEnumerable<string?> ReadOften(int times)
        {
            for (var i = 0; i < times; i++)
            {
                yield return RequestContext.Get("who") as string;
                await Task.Yield();
            }
        }
    }
}
