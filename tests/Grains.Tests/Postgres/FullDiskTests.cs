using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SupportPlatform.Conversations;
using Xunit;

namespace SupportPlatform.Postgres;

/// <summary>On a small file system of their own, which takes root to mount.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly string _mount = Directory.CreateTempSubdirectory("support-platform-disk-").FullName;
    private bool _mounted;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mounted) await ServerCommand.Run("umount", ["-l", _mount], null, default);
        Directory.Delete(_mount, recursive: true);
    }

    [SkippableFact]
    public async Task Start_NoRoomForTheDatabase_SaysThatTheDiskIsFull()
    {
        await Mount("20m");
        var options = new PrivatePostgresOptions { DataFolder = _mount };
        var refused = await Assert.ThrowsAsync<PostgresStartException>(() => PrivatePostgres.Start(options, NullLogger.Instance, default));
        Assert.Contains("is full", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Append_DiskFillsUp_FailsClearlyAndKeepsTheAcknowledged()
    {
        await Mount("160m");
        var options = new PrivatePostgresOptions { DataFolder = _mount };
        var kept = new List<string>();
        string key;
        await using (var postgres = await PrivatePostgres.Start(options, NullLogger.Instance, default))
        {
            await using var dataSource = NpgsqlDataSource.Create(postgres.ConnectionString);
            await DatabaseSchema.Apply(dataSource, default);
            await using var silo = new LogHarness(dataSource, new LogWriterOptions { RetryFor = TimeSpan.FromSeconds(2) });
            var log = await silo.NewLog();
            key = log.Key;
            await FillDisk();
            SupportException? refused = null;
            for (var i = 0; refused is null; i++)
            {
                var text = $"{i} {new string('x', 200_000)}";
                refused = await Record.ExceptionAsync(() => log.Append(LogHarness.Messages(text), default)) as SupportException;
                if (refused is null) kept.Add(text);
            }

            Assert.Equal(ProblemCodes.StorageUnavailable, refused.Code);
        }

        File.Delete(Path.Combine(_mount, "filler"));
        await using var again = await PrivatePostgres.Start(options, NullLogger.Instance, default);
        await using var afterwards = NpgsqlDataSource.Create(again.ConnectionString);
        await using var next = new LogHarness(afterwards);
        var texts = await next.Texts(key);
        Assert.Equal(["first", .. kept], texts.Take(kept.Count + 1));
        var opened = await next.Store.Open(key, 1, default);
        await opened!.Log.Append(LogHarness.Messages("room again"), default);
    }

    private async Task Mount(string size)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can mount a small disk.");
        var mount = await ServerCommand.Run("mount", ["-t", "tmpfs", "-o", $"size={size},mode=755", "tmpfs", _mount], null, default);
        Skip.If(mount.ExitCode != 0, $"A small disk cannot be mounted here: {mount.Output}");
        _mounted = true;
    }

    private async Task FillDisk()
    {
        var room = new DriveInfo(_mount).AvailableFreeSpace - 2_000_000;
        await using var filler = File.Create(Path.Combine(_mount, "filler"));
        var zeros = new byte[1_000_000];
        for (; room > 0; room -= zeros.Length) await filler.WriteAsync(zeros);
    }
}
