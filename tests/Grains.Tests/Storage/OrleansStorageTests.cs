using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Storage;

public sealed class OrleansStorageTests : IClassFixture<DatabaseFixture>
{
    private readonly OrleansStatements _orleans;
    private readonly (string, object?)[] _grain =
    [
        ("GrainIdHash", -558344196), ("GrainIdN0", 0L), ("GrainIdN1", 0L), ("GrainTypeHash", -105227483),
        ("GrainTypeString", "presence"), ("GrainIdExtensionString", Guid.NewGuid().ToString("N")), ("ServiceId", "support-platform"),
    ];

    public OrleansStorageTests(DatabaseFixture database) => _orleans = new OrleansStatements(database.DataSource);

    [Fact]
    public async Task Read_NeverWritten_HasNoRow() => Assert.Empty((await _orleans.Run("ReadFromStorageKey", _grain)).Rows);

    [Fact]
    public async Task Write_InTurn_CountsVersionsFromOne()
    {
        Assert.Equal(1, await Write(null, [1]));
        Assert.Equal(2, await Write(1, [2]));
        var row = Assert.Single((await _orleans.Run("ReadFromStorageKey", _grain)).Select());
        Assert.Equal([2], Assert.IsType<byte[]>(row["PayloadBinary"]));
        Assert.Equal(2, row["Version"]);
    }

    [Fact]
    public async Task Write_WithAnOldVersion_ReturnsItUnchanged()
    {
        await Write(null, [1]);
        await Write(1, [2]);
        Assert.Equal(1, await Write(1, [3]));
        Assert.Equal(DBNull.Value, await Write(null, [3]));
        Assert.Equal([2], Assert.IsType<byte[]>((await _orleans.Run("ReadFromStorageKey", _grain)).Rows[0]["PayloadBinary"]));
    }

    [Fact]
    public async Task Write_FirstStateByTwo_OneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Write(null, [(byte)i])));
        Assert.Equal(1, results.Count(r => r is 1));
        Assert.Single((await _orleans.Run("ReadFromStorageKey", _grain)).Rows);
    }

    [Fact]
    public async Task Clear_KeepsTheRowAndItsVersions()
    {
        await Write(null, [1]);
        Assert.Equal(5, await _orleans.Number("ClearStorageKey", [.. _grain, ("GrainStateVersion", 5)]));
        Assert.Equal(2, await _orleans.Number("ClearStorageKey", [.. _grain, ("GrainStateVersion", 1)]));
        var row = Assert.Single((await _orleans.Run("ReadFromStorageKey", _grain)).Select());
        Assert.True(row.IsNull("PayloadBinary"));
        Assert.Equal(3, await Write(2, [4]));
    }

    [Fact]
    public async Task Delete_RemovesTheRow()
    {
        await Write(null, [1]);
        Assert.Equal(9, await _orleans.Number("DeleteStorageKey", [.. _grain, ("GrainStateVersion", 9)]));
        Assert.Equal(2, await _orleans.Number("DeleteStorageKey", [.. _grain, ("GrainStateVersion", 1)]));
        Assert.Empty((await _orleans.Run("ReadFromStorageKey", _grain)).Rows);
    }

    [Fact]
    public async Task Write_WithoutExtension_IsAnotherGrain()
    {
        await Write(null, [1]);
        _grain[5] = ("GrainIdExtensionString", null);
        Assert.Equal(1, await Write(null, [2]));
        Assert.Equal(2, await Write(1, [3]));
    }

    private Task<object> Write(int? version, byte[] payload) =>
        _orleans.Number("WriteToStorageKey", [.. _grain, ("GrainStateVersion", version), ("PayloadBinary", payload)]);
}
