using SupportPlatform.Accounts;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Accounts;

public sealed class SessionTests : IClassFixture<DatabaseFixture>
{
    private readonly AccountNode _one;
    private readonly AccountNode _other;

    public SessionTests(DatabaseFixture database)
    {
        var time = new FakeTimeProvider();
        _one = new AccountNode(database.DataSource, time);
        _other = new AccountNode(database.DataSource, time);
        AccountNode.ActAsPlatform();
    }

    [Fact]
    public async Task Rotate_TwentyAtOnceOnTwoSilos_GivesOneNewIdAndKeepsTheOldForAMinute()
    {
        var old = await NewSession();
        var csrf = (await _one.Use(old))!.Csrf;
        _one.Time.Advance(TimeSpan.FromHours(1));
        Assert.True((await _other.Use(old))!.IsRotationDue);
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? _one : _other).Sessions.Rotate(old)));
        var next = Assert.Single(ids, i => i is not null)!;

        Assert.Equal(csrf, (await _other.Use(next))!.Csrf);
        _one.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.False((await _one.Use(old))!.IsRotationDue);
        _one.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _one.Use(old));
        Assert.NotNull(await _one.Use(next));
    }

    [Fact]
    public async Task Rotate_WhoseAnswerIsLost_IsMadeAgain()
    {
        var old = await NewSession();
        _one.Time.Advance(TimeSpan.FromHours(1));
        var lost = await _one.Sessions.Rotate(old);
        Assert.Null(await _one.Sessions.Rotate(old));
        _one.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await _one.Use(old))!.IsRotationDue);
        var next = await _one.Sessions.Rotate(old);

        Assert.Null(await _one.Use(lost!));
        Assert.NotNull(await _one.Use(next!));
    }

    [Fact]
    public async Task Use_ByTheKey_OutlivesTheIdAndEndsWithTheSession()
    {
        var id = await NewSession();
        var key = (await _one.Use(id))!.Key;
        _one.Time.Advance(TimeSpan.FromHours(2));
        await _one.Use((await _one.Sessions.Rotate(id))!);
        Assert.NotNull(await _other.Sessions.Use(new UseSession { Key = key }));
        await _one.Sessions.End(key);
        Assert.Null(await _other.Sessions.Use(new UseSession { Key = key }));
    }

    [Fact]
    public async Task Use_OfAKeyAsAnId_IsNobody()
    {
        var key = (await _one.Use(await NewSession()))!.Key;
        Assert.Null(await _one.Use(key));
    }

    [Fact]
    public async Task Use_AfterHalfADaysSilence_IsOver()
    {
        var id = await NewSession();
        _one.Time.Advance(TimeSpan.FromHours(11));
        Assert.NotNull(await _one.Use(id));
        _one.Time.Advance(TimeSpan.FromHours(12));
        Assert.Null(await _one.Use(id));
    }

    [Fact]
    public async Task Use_ManyTimes_IsWrittenDownOnceAMinute()
    {
        var id = await NewSession();
        var begun = _one.Time.GetUtcNow();
        var key = (await _one.Use(id))!.Key;
        _one.Time.Advance(TimeSpan.FromSeconds(59));
        await _other.Use(id);
        Assert.Equal(begun, await _one.UsedAt(key));
        _one.Time.Advance(TimeSpan.FromSeconds(1));
        await _other.Use(id);
        Assert.Equal(_one.Time.GetUtcNow(), await _one.UsedAt(key));

        // What was not written is no silence: half a day counts from the last minute.
        _one.Time.Advance(TimeSpan.FromSeconds(30));
        await _one.Use(id);
        _one.Time.Advance(TimeSpan.FromHours(11) + TimeSpan.FromMinutes(59));
        Assert.NotNull(await _other.Use(id));
    }

    [Fact]
    public async Task Use_AfterItsWholeLife_IsOver()
    {
        var id = await NewSession();
        for (var hours = 0; hours < 14 * 24; hours += 6)
        {
            Assert.NotNull(await _one.Use(id));
            _one.Time.Advance(TimeSpan.FromHours(6));
        }

        Assert.Null(await _one.Use(id));
    }

    [Fact]
    public async Task SetPassword_WhileOthersSignIn_EndsAllSessionsOfTheOldOne()
    {
        var address = await _one.NewAccount();
        var own = await _one.SignIn(address);
        var begun = Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? _one : _other).Sessions.Begin(new BeginSession { Address = address, Generation = 0 })).ToList();
        var command = new SetPassword { Address = address, Generation = 0, PasswordHash = "new", SessionKey = (await _one.Use(own))!.Key };
        Assert.True(await _other.Accounts.SetPassword(command));

        Assert.NotNull(await _one.Use(own));
        foreach (var start in await Task.WhenAll(begun)) Assert.True(start.Id is null || await _one.Use(start.Id) is null);
        Assert.False(await _one.Accounts.SetPassword(command));
        Assert.NotNull(await _one.Use(await _one.SignIn(address, generation: 1)));
    }

    [Fact]
    public async Task Begin_OfMoreThanFifty_EndsTheOldest()
    {
        var address = await _one.NewAccount();
        var ids = new List<string>();
        for (var i = 0; i < 51; i++)
        {
            ids.Add(await _one.SignIn(address));
            _one.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(await _one.Use(ids[0]));
        Assert.NotNull(await _one.Use(ids[1]));
    }

    private async Task<string> NewSession() => await _one.SignIn(await _one.NewAccount());
}
