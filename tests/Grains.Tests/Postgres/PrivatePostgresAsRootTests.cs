using System.Runtime.Versioning;
using Xunit;

namespace SupportPlatform.Postgres;

[UnsupportedOSPlatform("windows")]
public sealed class PrivatePostgresAsRootTests
{
    [SkippableFact]
    public async Task Start_AsRoot_RunsUnderAnotherAccount()
    {
        SkipUnlessRoot();
        await using var folder = new DataFolder();
        var postgres = await folder.Start();
        var uid = (await File.ReadAllLinesAsync($"/proc/{postgres.ProcessId}/status")).First(l => l.StartsWith("Uid:", StringComparison.Ordinal));
        Assert.DoesNotContain("\t0", uid, StringComparison.Ordinal);
        Assert.Equal(1, await DataFolder.Query<int>(postgres, "SELECT 1"));
    }

    [SkippableFact]
    public async Task Start_AsRootInAClosedFolder_KeepsTheDataElsewhere()
    {
        SkipUnlessRoot();
        var closed = Directory.CreateTempSubdirectory("support-platform-closed-");
        File.SetUnixFileMode(closed.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            await using var folder = new DataFolder(Path.Combine(closed.FullName, "data"));
            await (await folder.Start()).DisposeAsync();
            var elsewhere = await File.ReadAllTextAsync(Path.Combine(folder.Path, "postgres.location"));
            Assert.Contains(folder.Steps, s => s.Contains(elsewhere, StringComparison.Ordinal));
            var again = await folder.Start();
            Assert.Equal(1, await DataFolder.Query<int>(again, "SELECT 1"));
            await again.DisposeAsync();
            Directory.Delete(elsewhere, recursive: true);
        }
        finally
        {
            closed.Delete(recursive: true);
        }
    }

    [SkippableFact]
    public async Task Start_AsRootWithAClosedDataFolder_OpensItForPassingThrough()
    {
        SkipUnlessRoot();

        // Temporary folders are their owner's alone.
        await using var folder = new DataFolder(Directory.CreateTempSubdirectory("support-platform-closed-").FullName);
        var postgres = await folder.Start();
        Assert.Equal(1, await DataFolder.Query<int>(postgres, "SELECT 1"));
        Assert.False(File.Exists(Path.Combine(folder.Path, "postgres.location")));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder.Path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite));
    }

    [SkippableFact]
    public async Task Of_BinariesInAClosedFolder_AreRunFromACopy()
    {
        SkipUnlessRoot();
        var account = ServerAccount.Find();
        var binaries = await PostgresBinaries.Find(null, account, default);
        var copy = await PublicCopy.Of(binaries.Folder, default);
        Assert.True(await account.Reaches(Path.Combine(copy, "postgres"), default));
        var version = await ServerCommand.Run(Path.Combine(copy, "postgres"), ["--version"], account, default, "/");
        Assert.Equal(0, version.ExitCode);
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    private static void SkipUnlessRoot() =>
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "This is about a silo that runs as root on Linux.");
}
