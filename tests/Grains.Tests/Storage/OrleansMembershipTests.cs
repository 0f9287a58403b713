using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Storage;

public sealed class OrleansMembershipTests : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private readonly DatabaseFixture _database = new();
    private OrleansStatements _orleans = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _orleans = new OrleansStatements(_database.DataSource);
        Assert.Equal(1, await _orleans.Number("InsertMembershipVersionKey", ("DeploymentId", "c1")));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task InsertVersion_Again_SaysNo() =>
        Assert.Equal(0, await _orleans.Number("InsertMembershipVersionKey", ("DeploymentId", "c1")));

    [Fact]
    public async Task ReadAll_NoSilos_GivesTheVersionAlone()
    {
        var row = Assert.Single((await _orleans.Run("MembershipReadAllKey", ("DeploymentId", "c1"))).Select());
        Assert.Equal(0, row["Version"]);
        Assert.True(row.IsNull("StartTime"));
    }

    [Fact]
    public async Task Insert_ThenRead_HasTheColumnsOfTheProvider()
    {
        Assert.Equal(1, await Insert(0));
        foreach (var (key, parameters) in new[] { ("MembershipReadAllKey", new (string, object?)[] { ("DeploymentId", "c1") }), ("MembershipReadRowKey", OrleansStatements.Silo) })
        {
            var row = Assert.Single((await _orleans.Run(key, parameters)).Select());
            Assert.Equal("10.0.0.1", row["Address"]);
            Assert.Equal((11111, 77, 3, 30000, 1), (row["Port"], row["Generation"], row["Status"], row["ProxyPort"], row["Version"]));
            Assert.Equal(("silo", "host"), (row["SiloName"], row["HostName"]));
            Assert.Equal((Start, Start), (row["StartTime"], row["IAmAliveTime"]));
            Assert.True(row.IsNull("SuspectTimes"));
        }
    }

    [Fact]
    public async Task Insert_KnownSiloOrOldVersion_ChangesNothing()
    {
        Assert.Equal(1, await Insert(0));
        Assert.Equal(0, await Insert(1));
        Assert.Equal(0, await Insert(0, generation: 78));
        Assert.Equal(1, await Version());
    }

    [Fact]
    public async Task Insert_TwoAtOnce_OneWinsTheVersion()
    {
        var results = await Task.WhenAll(Enumerable.Range(100, 8).Select(g => Insert(0, g)));
        Assert.Equal(1, results.Count(r => r is 1));
        Assert.Equal(1, await Version());
    }

    [Fact]
    public async Task Update_WithVersion_ChangesTheSilo()
    {
        await Insert(0);
        Assert.Equal(0, await Update(0));
        Assert.Equal(1, await Update(1));
        var row = (await _orleans.Run("MembershipReadRowKey", OrleansStatements.Silo)).Rows[0];
        Assert.Equal((6, "10.0.0.2:1@5,2026-11-21", 2), (row["Status"], row["SuspectTimes"], row["Version"]));
    }

    [Fact]
    public async Task IAmAlive_NeverGoesBack()
    {
        await Insert(0);
        await _orleans.Run("UpdateIAmAlivetimeKey", [.. OrleansStatements.Silo, ("IAmAliveTime", Start.AddMinutes(5))]);
        await _orleans.Run("UpdateIAmAlivetimeKey", [.. OrleansStatements.Silo, ("IAmAliveTime", Start.AddMinutes(1))]);
        Assert.Equal(Start.AddMinutes(5), (await _orleans.Run("MembershipReadRowKey", OrleansStatements.Silo)).Rows[0]["IAmAliveTime"]);
        Assert.Equal(1, await Version());
    }

    [Fact]
    public async Task Gateways_OnlyActiveOnesWithAPort()
    {
        await Insert(0);
        await Insert(1, generation: 78, proxyPort: 0);
        var row = Assert.Single((await _orleans.Run("GatewaysQueryKey", ("DeploymentId", "c1"), ("Status", 3))).Select());
        Assert.Equal(("10.0.0.1", 30000, 77), (row["Address"], row["ProxyPort"], row["Generation"]));
    }

    [Theory]
    [InlineData("CleanupDefunctSiloEntriesKey")]
    [InlineData("CleanupDefunctSiloEntryKey")]
    public async Task Cleanup_OnlyTheDeadGo(string key)
    {
        await Insert(0);
        var at = key == "CleanupDefunctSiloEntriesKey" ? Start.AddHours(1) : Start;
        (string, object?)[] parameters =
            [.. OrleansStatements.Silo, ("IAmAliveTime", at), ("StartTime", Start), ("SuspectTimes", "10.0.0.2:1@5,2026-11-21")];
        await _orleans.Run(key, parameters);
        Assert.False((await _orleans.Run("MembershipReadAllKey", ("DeploymentId", "c1"))).Rows[0].IsNull("Address"));
        await Update(1);
        await _orleans.Run(key, parameters);
        Assert.True((await _orleans.Run("MembershipReadAllKey", ("DeploymentId", "c1"))).Rows[0].IsNull("Address"));
    }

    [Fact]
    public async Task DeleteAll_LeavesNothingOfTheCluster()
    {
        await Insert(0);
        await _orleans.Run("DeleteMembershipTableEntriesKey", ("DeploymentId", "c1"));
        Assert.Empty((await _orleans.Run("MembershipReadAllKey", ("DeploymentId", "c1"))).Rows);
    }

    private async Task<object> Version() =>
        (await _orleans.Run("MembershipReadAllKey", ("DeploymentId", "c1"))).Rows[0]["Version"];

    private Task<object> Insert(int version, int generation = 77, int proxyPort = 30000) => _orleans.Number(
        "InsertMembershipKey",
        ("DeploymentId", "c1"), ("IAmAliveTime", Start), ("SiloName", "silo"), ("HostName", "host"), ("Address", "10.0.0.1"),
        ("Port", 11111), ("Generation", generation), ("StartTime", Start), ("Status", 3), ("ProxyPort", proxyPort), ("Version", version));

    private Task<object> Update(int version) => _orleans.Number(
        "UpdateMembershipKey",
        [.. OrleansStatements.Silo, ("IAmAliveTime", Start), ("Status", 6), ("SuspectTimes", "10.0.0.2:1@5,2026-11-21"), ("Version", version)]);
}
