using Npgsql;
using SupportPlatform.Postgres;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Storage;

public sealed class SchemaTests : IClassFixture<DatabaseFixture>
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly string _connectionString;

    public SchemaTests(DatabaseFixture database) =>
        (_dataSource, _connectionString) = (database.DataSource, database.ConnectionString);

    [Fact]
    public async Task Apply_AgainByHand_ChangesNothing()
    {
        var before = await Describe(_dataSource);
        await Execute(_dataSource, DatabaseSchema.Script);
        Assert.Equal(before, await Describe(_dataSource));
    }

    [Fact]
    public async Task Apply_ManySilosOnAnEmptyDatabase_AppliesItOnce()
    {
        await Execute(_dataSource, "CREATE DATABASE empty_one TEMPLATE template0");
        var connectionString = new NpgsqlConnectionStringBuilder(_connectionString) { Database = "empty_one" }.ConnectionString;
        await using var empty = NpgsqlDataSource.Create(connectionString);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DatabaseSchema.Apply(empty, default)));
        Assert.Equal(await Describe(_dataSource), await Describe(empty));
    }

    [Fact]
    public async Task Apply_OlderDatabase_IsBroughtUpToDate()
    {
        await using var older = NpgsqlDataSource.Create(await DatabaseFixture.CreateDatabase());
        await Execute(older, "DROP INDEX due_by_time; DELETE FROM orleansquery; UPDATE schema_version SET script_hash = 'older'");
        await DatabaseSchema.Apply(older, default);
        Assert.Equal(await Describe(_dataSource), await Describe(older));
    }

    [Fact]
    public async Task Apply_UpToDate_NeedsNoRightToChangeTables()
    {
        var connectionString = await DatabaseFixture.CreateDatabase();
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await Execute(owner, "CREATE ROLE plain_silo LOGIN PASSWORD 'x'; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO plain_silo");
        await using var silo = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Username = "plain_silo", Password = "x" }.ConnectionString);
        await DatabaseSchema.Apply(silo, default);
    }

    // Tables with their columns, indexes, and the stored statements.
    private static async Task<string> Describe(NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand(
            """
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                SELECT format('%s.%s %s %s', table_name, column_name, data_type, is_nullable) AS line
                  FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT querykey || md5(querytext) FROM orleansquery) AS lines
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Execute(NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
