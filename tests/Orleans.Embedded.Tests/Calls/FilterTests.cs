using Microsoft.Extensions.DependencyInjection;
using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class FilterTests
{
    public interface IEcho : IGrainWithStringKey
    {
        Task<int> Double(int value);

        ValueTask Fail();

        IAsyncEnumerable<int> Count(int to);
    }

    [Fact]
    public async Task Filters_AroundACall_RunInOrderAndKnowTheMethod()
    {
        await using var silo = new TestSilo(services: s => s
            .AddSingleton<IIncomingGrainCallFilter>(p => new Filter(p.GetRequiredService<EventLog>(), "a"))
            .AddSingleton<IIncomingGrainCallFilter>(p => new Filter(p.GetRequiredService<EventLog>(), "b")));

        Assert.Equal(6, await silo.Get<IEcho>("x/y").Double(3));

        var call = $"{typeof(IEcho).FullName}.Double of EchoGrain echo/x/y";
        Assert.Equal([$"a {call}", $"b {call}", "b 6", "a 6"], silo.Log.Lines);
    }

    [Fact]
    public async Task Filter_ThatChangesTheResult_DecidesIt()
    {
        await using var silo = new TestSilo(services: s => s.AddSingleton<IIncomingGrainCallFilter>(new Changer(c => c.Result = 42)));

        Assert.Equal(42, await silo.Get<IEcho>().Double(3));
    }

    [Fact]
    public async Task Filter_ThatThrows_RefusesTheCall()
    {
        await using var silo = new TestSilo(services: s => s.AddSingleton<IIncomingGrainCallFilter>(new Changer(_ => throw new FormatException("no"))));

        Assert.Equal("no", (await Assert.ThrowsAsync<FormatException>(() => silo.Get<IEcho>().Double(3))).Message);
        await Assert.ThrowsAsync<FormatException>(async () => await silo.Get<IEcho>().Count(2).ToListAsync());
    }

    [Fact]
    public async Task Filter_AroundAFailure_SeesIt()
    {
        await using var silo = new TestSilo(services: s => s.AddSingleton<IIncomingGrainCallFilter>(p => new Filter(p.GetRequiredService<EventLog>(), "a")));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await silo.Get<IEcho>().Fail());

        Assert.Contains("a InvalidOperationException", silo.Log.Lines);
    }

    [Fact]
    public async Task Filters_AroundASequence_RunOnceAtItsStart()
    {
        await using var silo = new TestSilo(services: s => s.AddSingleton<IIncomingGrainCallFilter>(p => new Filter(p.GetRequiredService<EventLog>(), "a")));

        Assert.Equal([0, 1, 2], await silo.Get<IEcho>().Count(3).ToListAsync());

        Assert.Single(silo.Log.Lines, l => l.Contains("IEcho.Count", StringComparison.Ordinal));
    }

    [GrainType("echo")]
    public sealed class EchoGrain : Grain, IEcho
    {
        public Task<int> Double(int value) => Task.FromResult(value * 2);

        public ValueTask Fail() => throw new InvalidOperationException();

        public async IAsyncEnumerable<int> Count(int to)
        {
            for (var i = 0; i < to; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
    }

    private sealed class Filter(EventLog log, string name) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            Assert.Equal(context.InterfaceMethod.Name, context.MethodName);
            log.Add($"{name} {context.InterfaceName}.{context.MethodName} of {context.Grain.GetType().Name} {context.TargetId}");
            try
            {
                await context.Invoke();
                log.Add($"{name} {context.Result}");
            }
            catch (Exception e)
            {
                log.Add($"{name} {e.GetType().Name}");
                throw;
            }
        }
    }

    private sealed class Changer(Action<IGrainCallContext> change) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            await context.Invoke();
            change(context);
        }
    }
}
