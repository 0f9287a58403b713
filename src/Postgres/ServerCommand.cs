using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

namespace SupportPlatform.Postgres;

/// <summary>Runs a program to its end.</summary>
internal static class ServerCommand
{
    /// <summary>What a program wrote, and how it ended.</summary>
    /// <param name="ExitCode">0 for success; -1 when the program could not be started.</param>
    /// <param name="Output">Both its outputs, trimmed.</param>
    internal sealed record Result(int ExitCode, string Output);

    /// <summary>Runs a program, under another account when one is given; cancellation ends it.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="account">Under which account; null: this process's.</param>
    /// <param name="cancellationToken">Ends the program and what it started.</param>
    /// <param name="workingFolder">A folder that the account can enter; null: this process's.</param>
    /// <param name="leavesChild">
    /// Whether it starts a process that stays. On Windows such a child keeps the output open, so it is not read.
    /// </param>
    public static async Task<Result> Run(
        string program, IEnumerable<string> arguments, ServerAccount? account, CancellationToken cancellationToken,
        string? workingFolder = null, bool leavesChild = false)
    {
        var reads = !(leavesChild && OperatingSystem.IsWindows());
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = reads,
            RedirectStandardError = reads,
            RedirectStandardInput = reads,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = workingFolder ?? "",
        };

        // Messages are looked at, so they are wanted in one language; settings of other clusters are not wanted at all.
        start.Environment["LC_ALL"] = "C";
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        if (account?.Name is { } user && !OperatingSystem.IsWindows()) RunAs(start, user);
        try
        {
            using var process = Process.Start(start)!;
            var output = new StringBuilder();
            if (reads) BeginRead(process, output);
            await WaitForExit(process, cancellationToken);
            lock (output) return new Result(process.ExitCode, output.ToString().Trim());
        }
        catch (Win32Exception e)
        {
            return new Result(-1, e.Message);
        }
    }

    private static void BeginRead(Process process, StringBuilder output)
    {
        process.StandardInput.Close();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    [UnsupportedOSPlatform("windows")]
    private static void RunAs(ProcessStartInfo start, string user)
    {
        start.UserName = user;
        start.Environment["HOME"] = "/";
    }

    private static async Task WaitForExit(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output) output.AppendLine(line);
    }
}
