using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>How the worker that reads a file is started.</summary>
internal static class WorkerCommand
{
    private const string Nice = "/usr/bin/nice";

    // What a program needs to start at all; everything else, secrets above all, stays with the silo.
    private static readonly string[] Kept =
        ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    // The worker ends itself should the silo not do it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>A start of the worker for one file, at the lowest priority, with none of the silo's environment.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="path">The file.</param>
    /// <param name="fileName">The name that its owner gave it.</param>
    public static ProcessStartInfo For(ExtractionOptions options, string path, string fileName)
    {
        var worker = options.Worker is { Length: > 0 } given
            ? given
            : Path.Combine(AppContext.BaseDirectory, "extraction", "SupportPlatform.Extraction.dll");
        string[] program = worker.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? [Host(), worker] : [worker];
        string[] command =
        [
            .. File.Exists(Nice) ? [Nice, "-n", "19"] : Array.Empty<string>(),
            .. program,
            Path.GetFullPath(path),
            Path.GetFileName(fileName),
            Number(options.MaxPages),
            Number(options.MaxCharacters),
            Number(options.MaxMemoryBytes),
            Number((long)Math.Ceiling((options.TimeLimit + Grace).TotalSeconds)),
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        Restrict(start.Environment, options);
        return start;
    }

    private static void Restrict(IDictionary<string, string?> environment, ExtractionOptions options)
    {
        var kept = Kept.Where(environment.ContainsKey).ToDictionary(name => name, name => environment[name], StringComparer.Ordinal);
        environment.Clear();
        foreach (var (name, value) in kept) environment[name] = value;
        environment["LC_ALL"] = "C.UTF-8";
        environment["DOTNET_EnableDiagnostics"] = "0";

        // The rest is the runtime's own. Hexadecimal, in bytes.
        environment["DOTNET_GCHeapHardLimit"] = (options.MaxMemoryBytes / 4 * 3).ToString("X", CultureInfo.InvariantCulture);
    }

    // The runtime lies at <root>/shared/Microsoft.NETCore.App/<version>/, its host at the root.
    private static string Host()
    {
        var host = Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? Path.GetFullPath(host) : "dotnet";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
