using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class DueStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly DatabaseFixture _database = new();
    private DueStore _store = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _store = new DueStore(_database.DataSource);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Take_OnlyWhatIsDue_OldestFirst()
    {
        await Insert("a", Now.AddSeconds(-1));
        await Insert("b", Now.AddSeconds(-2));
        await Insert("c", Now.AddSeconds(1));
        Assert.Equal("b", Assert.Single(await _store.Take(DueTargets.Conversation, Now, Lease, 1, default)).Key);
        Assert.Equal(new DueItem("a", "answer", Now.AddSeconds(-1), 1), Assert.Single(await _store.Take(DueTargets.Conversation, Now, Lease, 10, default)));
        Assert.Empty(await _store.Take(DueTargets.Conversation, Now, Lease, 10, default));
    }

    [Fact]
    public async Task Take_NotDealtWith_ComesAgainAfterTheLease()
    {
        await Insert("a", Now);
        await _store.Take(DueTargets.Conversation, Now, Lease, 10, default);
        Assert.Empty(await _store.Take(DueTargets.Conversation, Now + Lease - TimeSpan.FromSeconds(1), Lease, 10, default));
        Assert.Equal(2, Assert.Single(await _store.Take(DueTargets.Conversation, Now + Lease, Lease, 10, default)).Attempts);
    }

    [Fact]
    public async Task Take_ManySweepersAtOnce_EachRowGoesToOne()
    {
        for (var i = 0; i < 200; i++) await Insert($"k{i}", Now);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var mine = new List<string>();
            while (await _store.Take(DueTargets.Conversation, Now, Lease, 7, default) is { Count: > 0 } page) mine.AddRange(page.Select(p => p.Key));
            return mine;
        }));
        var keys = taken.SelectMany(k => k).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());

        // A sweeper stops when the others hold what is left for an instant; nothing is lost by that.
        keys.AddRange((await _store.Take(DueTargets.Conversation, Now, Lease, 200, default)).Select(d => d.Key));
        Assert.Equal(200, keys.Distinct().Count());
    }

    private async Task Insert(string key, DateTimeOffset dueAt)
    {
        await using var command = _database.DataSource.CreateCommand("INSERT INTO due (target, key, kind, due_at) VALUES ('conversation', $1, 'answer', $2)");
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(dueAt);
        await command.ExecuteNonQueryAsync();
    }
}
