using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class ReferenceTests
{
    public interface IThing : IGrainWithStringKey
    {
        Task<string> GetKey();

        Task<string> GetId();

        Task Throw();

        Task<string> Take(int number, string? text, CancellationToken cancellationToken);

        ValueTask<int?> Nothing();
    }

    public interface IOdd : IGrainWithStringKey
    {
        void Shout();
    }

    public interface INobody : IGrainWithStringKey;

    [Fact]
    public async Task Identity_OfGrainAndReference_IsTheSame()
    {
        await using var silo = new TestSilo();
        var thing = silo.Get<IThing>("store/é");

        Assert.Equal("store/é", thing.GetPrimaryKeyString());
        Assert.Equal("store/é", await thing.GetKey());
        Assert.Equal("thing/store/é", await thing.GetId());
        Assert.Equal("thing/store/é", thing.GetGrainId().ToString());
        Assert.Equal(thing, silo.Get<IThing>("store/é"));
        Assert.NotEqual(thing, silo.Get<IThing>("store/e"));
    }

    [Fact]
    public async Task Call_WithArguments_PassesThem()
    {
        await using var silo = new TestSilo();

        Assert.Equal("7 x", await silo.Get<IThing>().Take(7, "x", CancellationToken.None));
        Assert.Equal("8 ", await silo.Get<IThing>().Take(8, null, CancellationToken.None));
        Assert.Null(await silo.Get<IThing>().Nothing());
    }

    [Fact]
    public async Task Exception_InTheGrain_ReachesTheCaller()
    {
        await using var silo = new TestSilo();

        var error = await Assert.ThrowsAsync<FormatException>(() => silo.Get<IThing>().Throw());

        Assert.Equal("broken", error.Message);
        Assert.Contains(nameof(ThingGrain), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetGrain_WithoutAClass_IsRefused()
    {
        await using var silo = new TestSilo();

        Assert.Throws<ArgumentException>(() => silo.Get<INobody>());
        Assert.Throws<ArgumentException>(() => silo.Get<IThing>(""));
    }

    [Fact]
    public async Task Call_OfAnUnsupportedMethod_IsRefused()
    {
        await using var silo = new TestSilo();

        Assert.Throws<NotSupportedException>(() => silo.Get<IOdd>().Shout());
    }

    public sealed class ThingGrain : Grain, IThing, IOdd
    {
        public Task<string> GetKey() => Task.FromResult(this.GetPrimaryKeyString());

        public Task<string> GetId() => Task.FromResult(GrainContext.GrainId.ToString());

        public async Task Throw()
        {
            await Task.Yield();
            throw new FormatException("broken");
        }

        public Task<string> Take(int number, string? text, CancellationToken cancellationToken) => Task.FromResult($"{number} {text}");

        public ValueTask<int?> Nothing() => new((int?)null);

        public void Shout() => throw new NotSupportedException("Never reached.");
    }
}
