using System.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.Pages;

/// <summary>The pages' own tests, so that one command runs them all.</summary>
public sealed class ClientTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Client_UnitTests_Pass()
    {
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["test", "--silent"])
        {
            UseShellExecute = false,
            WorkingDirectory = Path.Combine(Root(), "src", "WebFront", "ClientApp"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        npm.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(npm) ?? throw new InvalidOperationException("npm did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var report = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        output.WriteLine(report);

        Assert.True(process.ExitCode == 0, report);
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SupportPlatform.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }
}
