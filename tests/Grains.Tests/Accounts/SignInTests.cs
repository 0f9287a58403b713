using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Security;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Accounts;

public sealed class SignInTests : IClassFixture<DatabaseFixture>
{
    private readonly AccountNode _one;
    private readonly AccountNode _other;

    public SignInTests(DatabaseFixture database)
    {
        var time = new FakeTimeProvider();
        _one = new AccountNode(database.DataSource, time);
        _other = new AccountNode(database.DataSource, time);
        AccountNode.ActAsPlatform();
    }

    [Fact]
    public async Task Reserve_FortyAtOnceOnTwoSilos_LetsExactlyFiveTry()
    {
        var address = await _one.NewAccount();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? _one : _other).Accounts.Reserve(address)));
        Assert.Equal(5, attempts.Count(a => a.PasswordHash is not null));
        Assert.All(attempts.Where(a => a.PasswordHash is null), a => Assert.Equal(TimeSpan.FromMinutes(15), a.LockedFor));
    }

    [Fact]
    public async Task Reserve_OfAnUnknownAddress_LooksTheSame()
    {
        var attempts = new List<SignInAttempt>();
        for (var i = 0; i < 6; i++) attempts.Add(await _one.Accounts.Reserve("nobody@shop.example"));
        Assert.All(attempts.Take(5), a => Assert.True(a is { LockedFor: null, PasswordHash: null }));
        Assert.NotNull(attempts[5].LockedFor);
    }

    [Fact]
    public async Task Reserve_AfterTheLockOut_LetsTryAgain()
    {
        var address = await _one.NewAccount();
        for (var i = 0; i < 5; i++) await _one.Accounts.Reserve(address);
        _one.Time.Advance(TimeSpan.FromMinutes(14));
        var locked = await _other.Accounts.Reserve(address);
        Assert.Equal(TimeSpan.FromMinutes(1), locked.LockedFor);

        // What was tried meanwhile makes it no longer.
        _one.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await _one.Accounts.Reserve(address)).PasswordHash);
    }

    [Fact]
    public async Task Reserve_FortyAtOnceFromAnotherNetwork_LeavesThePersonIn()
    {
        var address = await _one.NewAccount();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? _one : _other).Accounts.ReserveFrom(From(address, "203.0.113.7"))));
        Assert.Equal(5, attempts.Count(a => a.PasswordHash is not null));
        Assert.NotNull((await _one.Accounts.ReserveFrom(From(address, "198.51.100.1"))).PasswordHash);

        // Whoever gets in does not let the others in.
        Assert.NotNull((await _one.Sessions.Begin(new BeginSession { Address = address, Generation = 0, Network = "198.51.100.1" })).Id);
        Assert.NotNull((await _other.Accounts.ReserveFrom(From(address, "203.0.113.7"))).LockedFor);
    }

    [Fact]
    public async Task Reserve_FromThirtyNetworksAtOnce_LetsFiftyTryAltogether()
    {
        var address = await _one.NewAccount();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 150).Select(i => (i % 2 == 0 ? _one : _other).Accounts.ReserveFrom(From(address, $"203.0.113.{i % 30}"))));
        Assert.Equal(50, attempts.Count(a => a.PasswordHash is not null));
        Assert.Equal(TimeSpan.FromMinutes(15), (await _one.Accounts.ReserveFrom(From(address, "198.51.100.1"))).LockedFor);

        // What was refused for all is not held against the network afterwards.
        for (var i = 0; i < 10; i++) await _one.Accounts.ReserveFrom(From(address, "198.51.100.1"));
        _one.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull((await _one.Accounts.ReserveFrom(From(address, "198.51.100.1"))).PasswordHash);
    }

    [Fact]
    public async Task Release_OfARightPassword_CountsNowhere()
    {
        var address = await _one.NewAccount();
        for (var i = 0; i < 60; i++)
        {
            Assert.NotNull((await _one.Accounts.ReserveFrom(From(address, "203.0.113.7"))).PasswordHash);
            await _other.Accounts.ReleaseFrom(From(address, "203.0.113.7"));
        }
    }

    [Fact]
    public async Task TwoFactor_InTheDatabase_IsProtectedAndKnownToBothSilos()
    {
        var (address, secret) = await WithTwoFactor();
        var kept = await _one.KeptSecret(address);
        Assert.True(kept.Length > secret.Length && kept.AsSpan().IndexOf(secret) < 0);
        Assert.Equal(secret, AccountNode.Secrets.Read(kept));
        Assert.NotNull(await _other.SignIn(address, code: NextCode(secret)));
    }

    [Fact]
    public async Task TwoFactor_OfAnEarlierVersion_StillWorksAndIsProtectedOnceItWasUsed()
    {
        var (address, secret) = await WithTwoFactor();
        await _one.KeepSecret(address, secret);
        var wrong = await _one.Sessions.Begin(new BeginSession { Address = address, Generation = 0, Code = "000000" });
        Assert.Null(wrong.Id);
        Assert.Equal(secret, await _one.KeptSecret(address));

        await _one.SignIn(address, code: NextCode(secret));
        var kept = await _one.KeptSecret(address);
        Assert.NotEqual(secret, kept);
        Assert.Equal(secret, AccountNode.Secrets.Read(kept));
        await _other.SignIn(address, code: NextCode(secret));
    }

    [Fact]
    public async Task Begin_AfterFourFailures_ForgetsThem()
    {
        var address = await _one.NewAccount();
        for (var i = 0; i < 5; i++) await _one.Accounts.Reserve(address);
        await _one.SignIn(address);
        for (var i = 0; i < 5; i++) Assert.NotNull((await _one.Accounts.Reserve(address)).PasswordHash);
    }

    [Fact]
    public async Task Begin_WithWrongCodes_LocksHoweverOftenThePasswordWasRight()
    {
        var (address, _) = await WithTwoFactor();
        for (var i = 0; i < 5; i++)
        {
            await _one.Accounts.Reserve(address);
            Assert.True((await _one.Sessions.Begin(new BeginSession { Address = address, Generation = 0 })).NeedsCode);
            await _one.Accounts.Reserve(address);
            Assert.Equal(new SessionStart(), await _one.Sessions.Begin(new BeginSession { Address = address, Generation = 0, Code = "000000" }));
        }

        Assert.NotNull((await _one.Accounts.Reserve(address)).LockedFor);
    }

    [Fact]
    public async Task Begin_WithOneCodeTenTimesAtOnce_GivesOneSession()
    {
        var (address, secret) = await WithTwoFactor();
        _one.Time.Advance(TimeSpan.FromMinutes(1));
        var code = TotpRules.Code(secret, _one.Time.GetUtcNow().ToUnixTimeSeconds() / 30, digits: 6);
        var starts = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? _one : _other).Sessions.Begin(new BeginSession { Address = address, Generation = 0, Code = code })));
        Assert.Single(starts, s => s.Id is not null);
    }

    [Fact]
    public async Task TurnOnTwoFactor_WithAWrongCode_LeavesItOff()
    {
        var address = await _one.NewAccount();
        await _one.Accounts.PrepareTwoFactor(address);
        Assert.False(await _one.Accounts.TurnOnTwoFactor(address, "000000"));
        Assert.False((await _one.Use(await _one.SignIn(address)))!.HasTwoFactor);
    }

    [Fact]
    public async Task Platform_ForAnybodyElse_IsClosed()
    {
        foreach (var caller in new[] { Caller.Administrator, Caller.Staff("shop", "ada", "Ada", AgentRole.Owner), null })
        {
            CallerContext.Current = caller;
            var refusal = await Assert.ThrowsAsync<SupportException>(() => _one.Accounts.Reserve("ada@shop.example"));
            Assert.Equal(ProblemCodes.AccessDenied, refusal.Code);
        }
    }

    private static SignInTry From(string address, string network) => new() { Address = address, Network = network };

    private string NextCode(byte[] secret)
    {
        _one.Time.Advance(TimeSpan.FromMinutes(1));
        return TotpRules.Code(secret, _one.Time.GetUtcNow().ToUnixTimeSeconds() / 30, digits: 6);
    }

    private async Task<(string Address, byte[] Secret)> WithTwoFactor()
    {
        var address = await _one.NewAccount();
        var secret = Base32.Decode(await _one.Accounts.PrepareTwoFactor(address));
        var code = TotpRules.Code(secret, _one.Time.GetUtcNow().ToUnixTimeSeconds() / 30, digits: 6);
        Assert.True(await _one.Accounts.TurnOnTwoFactor(address, code));
        return (address, secret);
    }
}
