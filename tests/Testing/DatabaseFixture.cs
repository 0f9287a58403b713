using Npgsql;
using Xunit;

namespace SupportPlatform.Testing;

/// <summary>
/// A database of a test class's own (<c>IClassFixture&lt;DatabaseFixture&gt;</c>) with the product's tables, on the one
/// server of the test process. That server does not sync to disk; tests of durability start their own.
/// </summary>
public sealed class DatabaseFixture : IAsyncLifetime
{
    private NpgsqlDataSource? _dataSource;

    /// <summary>The pool of the class's database.</summary>
    public NpgsqlDataSource DataSource => _dataSource ?? throw new InvalidOperationException("The fixture is not initialised.");

    /// <summary>How to connect to the class's database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Another new database with the product's tables; returns its connection string.</summary>
    public static Task<string> CreateDatabase() => TestServer.CreateDatabase();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        ConnectionString = await CreateDatabase();
        _dataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_dataSource is not null) await _dataSource.DisposeAsync();
    }
}
