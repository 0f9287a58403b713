using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Life;

public sealed class ActivationTests
{
    public interface IFragile : IGrainWithStringKey
    {
        Task<string> Ping();
    }

    [Fact]
    public async Task FirstCalls_AtOnce_MakeOneActivation()
    {
        await using var silo = new TestSilo();
        var calls = Enumerable.Range(0, 100).Select(_ => Task.Run(() => silo.Get<IFragile>("fine").Ping())).ToArray();
        await silo.Log.Until("activating fine");
        silo.Gates.Open("fine");

        Assert.Single((await Task.WhenAll(calls)).Distinct());
        Assert.Single(silo.Log.Lines);
    }

    [Fact]
    public async Task OnActivate_ThatFails_FailsTheWaitingCallsAndTheNextTriesAnew()
    {
        await using var silo = new TestSilo();
        var calls = new[] { silo.Get<IFragile>("bad").Ping(), silo.Get<IFragile>("bad").Ping() };
        silo.Gates.Open("bad");
        foreach (var call in calls) Assert.Equal("not today", (await Assert.ThrowsAsync<FormatException>(() => call)).Message);

        silo.Log.Add("healed");

        Assert.NotNull(await silo.Get<IFragile>("bad").Ping());
        Assert.Equal(2, silo.Log.Lines.Count(l => l == "activating bad"));
    }

    [Fact]
    public async Task OnActivate_ThatHangs_FailsAfterTheActivationTimeOut()
    {
        await using var silo = new TestSilo(o => o.ActivationTimeout = TimeSpan.FromSeconds(10));
        var call = silo.Get<IFragile>("hangs").Ping();
        await silo.Log.Until("activating hangs");

        silo.Time.Advance(TimeSpan.FromSeconds(11));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("was not activated", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constructor_ThatFails_FailsTheCall()
    {
        await using var silo = new TestSilo();

        await Assert.ThrowsAsync<InvalidOperationException>(() => silo.Get<INeedy>().Use());
    }

    [Fact]
    public async Task Constructor_WithScopedServices_GetsItsOwnAndTheyEndWithIt()
    {
        await using var silo = new TestSilo(services: s => s.AddScoped<Resource>());
        var a = await silo.Get<INeedy>("a").Use();
        var b = await silo.Get<INeedy>("b").Use();
        Assert.NotEqual(a, b);
        Assert.Equal(a, await silo.Get<INeedy>("a").Use());

        await silo.Stop();

        Assert.Contains($"disposed {a}", silo.Log.Lines);
        Assert.Contains($"disposed {b}", silo.Log.Lines);
    }

    public sealed class FragileGrain(EventLog log, Gates gates) : Grain, IFragile
    {
        private readonly string _id = Guid.NewGuid().ToString();

        public override async Task OnActivateAsync(CancellationToken cancellationToken)
        {
            var key = this.GetPrimaryKeyString();
            log.Add($"activating {key}");
            await gates.Wait(key);
            if (key == "bad" && !log.Lines.Contains("healed")) throw new FormatException("not today");
        }

        public Task<string> Ping() => Task.FromResult(_id);
    }

    public interface INeedy : IGrainWithStringKey
    {
        Task<Guid> Use();
    }

    public sealed class NeedyGrain(Resource resource) : Grain, INeedy
    {
        public Task<Guid> Use() => Task.FromResult(resource.Id);
    }

    public sealed class Resource(EventLog log) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => log.Add($"disposed {Id}");
    }
}
