using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPlatform.Security;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class DueSweeperTests : IAsyncLifetime
{
    private readonly DatabaseFixture _database = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly WokenConversations _grains = WokenConversations.New();

    public Task InitializeAsync() => _database.InitializeAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Sweep_MoreThanAPage_WakesEachOnceAsTheSystem()
    {
        for (var i = 0; i < 25; i++) await Insert($"demo/{i}");
        _grains.Expect(25);
        using var sweeper = Sweeper(pageSize: 10);
        await sweeper.StartAsync(default);
        await _grains.AllWoken;
        await sweeper.StopAsync(default);
        Assert.Equal(25, _grains.Woken.Distinct().Count());
        Assert.Equal(25, _grains.Woken.Count);
        Assert.All(_grains.Callers, c => Assert.Equal(CallerKind.System, c?.Kind));
    }

    [Fact]
    public async Task Sweep_FailedWakeUp_ComesAgainAfterItsLeaseAndHoldsUpNoOther()
    {
        await Insert("demo/bad");
        await Insert("demo/good");
        _grains.FailNext("demo/bad");
        _grains.Expect(2);
        using var sweeper = Sweeper(pageSize: 10);
        await sweeper.StartAsync(default);
        await _grains.AllWoken;
        await Remove("demo/good");
        _grains.Expect(1);
        _clock.Advance(new DueSweeperOptions().Lease + TimeSpan.FromSeconds(1));
        await _grains.AllWoken;
        await sweeper.StopAsync(default);
        Assert.Equal("demo/bad", _grains.Woken.Last());
    }

    private DueSweeper Sweeper(int pageSize) => new(
        new DueStore(_database.DataSource), _grains.Factory, Options.Create(new DueSweeperOptions { PageSize = pageSize }), _clock,
        NullLogger<DueSweeper>.Instance);

    private Task Insert(string key) => Execute("INSERT INTO due (target, key, kind, due_at) VALUES ('conversation', $1, 'answer', $2)", key, _clock.GetUtcNow());

    private Task Remove(string key) => Execute("DELETE FROM due WHERE key = $1", key);

    private async Task Execute(string sql, params object[] values)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
    }
}
