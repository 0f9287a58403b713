using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Calls;

public sealed class InterleavingTests
{
    public interface IRoom : IGrainWithStringKey
    {
        Task Write(string name);

        [ReadOnly]
        Task Read(string name);

        [AlwaysInterleave]
        Task Peek(string name);
    }

    public interface IOpenRoom : IRoom;

    [Fact]
    public async Task Write_BesideAWrite_Waits()
    {
        await using var silo = new TestSilo();
        var first = Room(silo).Write("1");
        await silo.Log.Until("+1");
        var second = Room(silo).Write("2");
        await Room(silo).Peek("now");

        Assert.DoesNotContain("+2", silo.Log.Lines);
        silo.Gates.Open("1");
        silo.Gates.Open("2");
        await Task.WhenAll(first, second);

        Assert.Equal(["+1", "+now", "-now", "-1", "+2", "-2"], silo.Log.Lines);
    }

    [Fact]
    public async Task AlwaysInterleave_BesideAWrite_RunsAtOnce()
    {
        await using var silo = new TestSilo();
        var write = Room(silo).Write("1");
        await silo.Log.Until("+1");

        await Room(silo).Peek("now");
        silo.Gates.Open("1");
        await write;

        Assert.Equal(["+1", "+now", "-now", "-1"], silo.Log.Lines);
    }

    [Fact]
    public async Task ReadOnly_BesideReaders_RunsAtOnceButNotBesideAWriter()
    {
        await using var silo = new TestSilo();
        var room = Room(silo);
        var reads = new[] { room.Read("1"), room.Read("2") };
        await silo.Log.Until("+1");
        await silo.Log.Until("+2");
        var write = room.Write("3");
        silo.Gates.Open("1");
        await reads[0];
        Assert.DoesNotContain("+3", silo.Log.Lines);
        silo.Gates.Open("2");
        await silo.Log.Until("+3");
        var late = new[] { room.Read("4"), room.Read("5") };
        await room.Peek("now");

        Assert.DoesNotContain("+4", silo.Log.Lines);
        silo.Gates.Open("3");
        await silo.Log.Until("+4");
        await silo.Log.Until("+5");
        silo.Gates.Open("4");
        silo.Gates.Open("5");
        await Task.WhenAll([.. reads, write, .. late]);
    }

    [Fact]
    public async Task Reentrant_AllCalls_RunBesideEachOther()
    {
        await using var silo = new TestSilo();
        var room = silo.Get<IOpenRoom>();
        var writes = new[] { room.Write("1"), room.Write("2") };
        await silo.Log.Until("+1");
        await silo.Log.Until("+2");
        silo.Gates.Open("1");
        silo.Gates.Open("2");

        await Task.WhenAll(writes);
    }

    [Fact]
    public async Task CallCycle_OfExclusiveCalls_EndsByTimeOut()
    {
        await using var silo = new TestSilo();
        var call = silo.Get<IMirror>("left").Reflect("right", 2);
        await silo.Log.Until("right calls left");

        silo.Time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task AlwaysInterleave_WaitingForActivation_RunsBesideTheCallBeforeIt()
    {
        await using var silo = new TestSilo();
        var write = Room(silo, "slow").Write("1");
        var peek = Room(silo, "slow").Peek("2");
        silo.Gates.Open("activate");

        await peek;
        silo.Gates.Open("1");
        await write;

        Assert.Equal(["+1", "+2", "-2", "-1"], silo.Log.Lines);
    }

    private static IRoom Room(TestSilo silo, string key = "a") => silo.Grains.GetGrain<IRoom>(key, typeof(RoomGrain).FullName);

    public class RoomGrain(EventLog log, Gates gates) : Grain, IRoom
    {
        public override Task OnActivateAsync(CancellationToken cancellationToken) =>
            this.GetPrimaryKeyString() == "slow" ? gates.Wait("activate") : Task.CompletedTask;

        public Task Write(string name) => Stay(name);

        public Task Read(string name) => Stay(name);

        public Task Peek(string name)
        {
            log.Add($"+{name}");
            log.Add($"-{name}");
            return Task.CompletedTask;
        }

        private async Task Stay(string name)
        {
            log.Add($"+{name}");
            await gates.Wait(name);
            log.Add($"-{name}");
        }
    }

    [Reentrant]
    public sealed class OpenRoomGrain(EventLog log, Gates gates) : RoomGrain(log, gates), IOpenRoom;

    public interface IMirror : IGrainWithStringKey
    {
        Task Reflect(string other, int depth);
    }

    public sealed class MirrorGrain(EventLog log) : Grain, IMirror
    {
        public async Task Reflect(string other, int depth)
        {
            log.Add($"{this.GetPrimaryKeyString()} calls {other}");
            if (depth > 0) await GrainFactory.GetGrain<IMirror>(other).Reflect(this.GetPrimaryKeyString(), depth - 1);
        }
    }
}
