using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class StatelessWorkerTests
{
    public interface IWorker : IGrainWithStringKey
    {
        Task<Guid> Work();
    }

    [Fact]
    public async Task Call_MoreThanWorkers_RunsThatManyAtOnce()
    {
        await using var silo = new TestSilo();
        var worker = silo.Get<IWorker>();
        var calls = Enumerable.Range(0, 9).Select(_ => worker.Work()).ToArray();
        await silo.Log.Until("started", 3);
        silo.Gates.Open("work");

        var ids = await Task.WhenAll(calls);

        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids.GroupBy(id => id), g => Assert.Equal(3, g.Count()));
    }

    [Fact]
    public async Task Call_WhenAWorkerIsFree_MakesNoOther()
    {
        await using var silo = new TestSilo();
        silo.Gates.Open("work");
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await silo.Get<IWorker>().Work());

        Assert.Single(ids.Distinct());
    }

    [StatelessWorker(3)]
    public sealed class WorkerGrain(EventLog log, Gates gates) : Grain, IWorker
    {
        private readonly Guid _id = Guid.NewGuid();

        public async Task<Guid> Work()
        {
            log.Add("started");
            await gates.Wait("work");
            return _id;
        }
    }
}
