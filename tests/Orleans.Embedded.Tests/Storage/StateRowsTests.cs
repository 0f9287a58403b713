using System.Globalization;
using System.Text;
using Npgsql;
using Orleans.Storage;

namespace SupportPlatform.Engine.Tests.Storage;

/// <summary>What the engine stores is what Orleans stores: rows that Orleans wrote, reproduced.</summary>
public sealed class StateRowsTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Columns = "grainidhash, grainidn0, grainidn1, graintypehash, graintypestring, grainidextensionstring, serviceid, version, payloadbinary";

    /// <summary>The shape of the states in the vectors.</summary>
    public sealed class Desk
    {
        public string? Name { get; set; }

        public int Capacity { get; set; }

        public IList<string>? Slots { get; set; }

        public DateTimeOffset? Since { get; set; }
    }

    [SkippableFact]
    public async Task Write_OfTheSameStates_GivesTheRowsThatOrleansWrote()
    {
        var vectors = Vectors();
        var storage = new StateStorage(database.DataSource, "support-platform");
        foreach (var row in vectors)
        {
            var state = new StoredState<Desk>(storage, row[4], row[5]);
            await state.ReadStateAsync();
            var last = int.Parse(row[7], CultureInfo.InvariantCulture);
            for (var version = 1; version < last; version++) await state.WriteStateAsync();
            if (row[8].Length == 0)
            {
                await state.ClearStateAsync();
                continue;
            }

            state.State = System.Text.Json.JsonSerializer.Deserialize<Desk>(row[8])!;
            await state.WriteStateAsync();
        }

        Assert.Equal(vectors.Select(r => string.Join('\t', r)).Order(StringComparer.Ordinal), (await Rows()).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Read_OfRowsThatOrleansWrote_GivesTheStates()
    {
        var connection = await DatabaseFixture.CreateDatabase();
        await using var own = NpgsqlDataSource.Create(connection);
        foreach (var row in Vectors())
        {
            await using var insert = own.CreateCommand($"INSERT INTO orleansstorage ({Columns}, modifiedon) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())");
            for (var i = 0; i < 4; i++) insert.Parameters.Add(new() { Value = i is 1 or 2 ? long.Parse(row[i], CultureInfo.InvariantCulture) : int.Parse(row[i], CultureInfo.InvariantCulture) });
            for (var i = 4; i < 7; i++) insert.Parameters.Add(new() { Value = row[i] });
            insert.Parameters.Add(new() { Value = int.Parse(row[7], CultureInfo.InvariantCulture) });
            insert.Parameters.Add(new() { Value = row[8].Length == 0 ? DBNull.Value : Encoding.UTF8.GetBytes(row[8]), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
            await insert.ExecuteNonQueryAsync();

            var state = new StoredState<Desk>(new StateStorage(own, "support-platform"), row[4], row[5]);
            await state.ReadStateAsync();

            Assert.Equal(row[7], state.Etag);
            Assert.True(state.RecordExists);
            Assert.Equal(row[8].Length == 0, state.State.Name is null);
            if (row[8].Length > 0) Assert.Contains(row[5], state.State.Name == "second" ? "demo/main" : state.State.Name, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a/b/c", -558344196)]
    [InlineData("acme/Zoë", 1266782151)]
    [InlineData("demo/agent-1", -1069884166)]
    [InlineData("x", -365902802)]
    public void OfKey_OfKnownKeys_IsOrleansHash(string key, int hash) => Assert.Equal(hash, StorageHash.OfKey(key));

    [Theory]
    [InlineData("", 0x02CC5D05u)]
    [InlineData("abc", 0x32D153FFu)]
    [InlineData("Nobody inspects the spammish repetition", 0xE2293B2Fu)]
    public void Compute_OfPublishedVectors_IsXxHash32(string text, uint hash) => Assert.Equal(hash, StorageHash.Compute(Encoding.UTF8.GetBytes(text)));

    private static string[][] Vectors() =>
        [.. File.ReadAllLines(Path.Combine(DataSets.Require("orleans_storage"), "rows.tsv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t'))];

    private async Task<List<string>> Rows()
    {
        await using var command = database.DataSource.CreateCommand($"SELECT {Columns} FROM orleansstorage");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, 8).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            rows.Add(string.Join('\t', values.Append(reader.IsDBNull(8) ? "" : Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(8)))));
        }

        return rows;
    }
}
