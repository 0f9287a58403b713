using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportPlatform.Accounts;
using SupportPlatform.Conversations;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Testing;

namespace SupportPlatform.Grains.Tests.Accounts;

/// <summary>The grains of accounts as one silo has them; two of these on a database are two silos.</summary>
internal sealed class AccountNode
{
    private readonly NpgsqlDataSource _database;

    public AccountNode(NpgsqlDataSource database, FakeTimeProvider time)
    {
        _database = database;
        Time = time;
        var retry = new StorageRetry(Options.Create(new LogWriterOptions()), time, NullLogger<StorageRetry>.Instance);
        var accounts = new AccountStore(database, retry);
        Accounts = new AccountsGrain(accounts, Secrets, time);
        Sessions = new SessionsGrain(new SessionStore(database, retry), accounts, Secrets, time);
    }

    /// <summary>The keys that silos of one database share.</summary>
    public static TotpSecrets Secrets { get; } = new(new DataProtectedSecrets(new EphemeralDataProtectionProvider()));

    public FakeTimeProvider Time { get; }

    public IAccountsGrain Accounts { get; }

    public ISessionsGrain Sessions { get; }

    /// <summary>A new account; returns its address.</summary>
    public async Task<string> NewAccount()
    {
        var address = $"{Guid.NewGuid():N}@shop.example";
        await using var command = _database.CreateCommand(
            "INSERT INTO accounts (address, name, password_hash, created_at) VALUES ($1, 'Ada', 'hash', now())");
        command.Parameters.Add(new() { Value = address });
        await command.ExecuteNonQueryAsync();
        return address;
    }

    /// <summary>What the database keeps of an account's second factor.</summary>
    public async Task<byte[]> KeptSecret(string address)
    {
        await using var command = _database.CreateCommand("SELECT totp_secret FROM accounts WHERE address = $1");
        command.Parameters.Add(new() { Value = address });
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Writes into the database what is kept of an account's second factor.</summary>
    public async Task KeepSecret(string address, byte[] kept)
    {
        await using var command = _database.CreateCommand("UPDATE accounts SET totp_secret = $2 WHERE address = $1");
        command.Parameters.Add(new() { Value = address });
        command.Parameters.Add(new() { Value = kept });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>When a session was used last, as the database knows it.</summary>
    public async Task<DateTimeOffset> UsedAt(string key)
    {
        await using var command = _database.CreateCommand("SELECT used_at FROM sessions WHERE id = $1");
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetFieldValue<DateTimeOffset>(0);
    }

    /// <summary>A session of an account; returns its secret id.</summary>
    public async Task<string> SignIn(string address, long generation = 0, string? code = null) =>
        (await Sessions.Begin(new BeginSession { Address = address, Generation = generation, Code = code })).Id
        ?? throw new InvalidOperationException("No session began.");

    /// <summary>The session of an id, or null.</summary>
    public Task<SessionView?> Use(string id) => Sessions.Use(new UseSession { Id = id });

    /// <summary>Lets the present flow call, as the platform does.</summary>
    public static void ActAsPlatform() => CallerContext.Current = Caller.System;
}
