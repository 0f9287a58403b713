using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SupportPlatform.Extraction;

/// <summary>Runs one of poppler's tools on a file, with limits of its own.</summary>
/// <param name="limits">What it may cost.</param>
internal sealed class PdfTool(ExtractionLimits limits)
{
    private const int MostErrorText = 64 * 1024;

    /// <summary>What a tool wrote.</summary>
    /// <param name="Output">Its output.</param>
    /// <param name="Errors">The beginning of its complaints.</param>
    /// <param name="ExitCode">How it ended.</param>
    internal sealed record Result(string Output, string Errors, int ExitCode);

    /// <summary>Runs a tool to its end.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="mostOutput">The most characters that it may write.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="RejectedFileException">It is missing, wrote too much, or hit a limit.</exception>
    public async Task<Result> Run(string tool, int mostOutput, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(Command(tool, arguments))!;
            process.StandardInput.Close();
            var errors = Read(process.StandardError, MostErrorText, drain: true);
            var output = await Read(process.StandardOutput, mostOutput, drain: false);
            if (output.Length > mostOutput)
            {
                process.Kill(entireProcessTree: true);
                throw RejectedFileException.TooMuchText(limits.Characters);
            }

            await process.WaitForExitAsync();
            var result = new Result(output, await errors, process.ExitCode);
            ThrowOnLimit(result);
            return result;
        }
        catch (Win32Exception e)
        {
            throw new RejectedFileException("extraction_failed", $"PDF files cannot be read here: {tool} (poppler-utils) is not installed.", e);
        }
    }

    private ProcessStartInfo Command(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (File.Exists("/usr/bin/prlimit"))
        {
            start.FileName = "/usr/bin/prlimit";
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={limits.MemoryBytes}"));
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={limits.Seconds}"));
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(tool);
        }
        else
        {
            start.FileName = tool;
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static void ThrowOnLimit(Result result)
    {
        if (result.Errors.Contains("ut of memory", StringComparison.Ordinal) || result.Errors.Contains("bad_alloc", StringComparison.Ordinal))
            throw new RejectedFileException("extraction_memory", "The file needs more memory than is allowed. Split it, or save it in a simpler form.");

        // 128 and the signal: SIGXCPU, or SIGKILL at the hard limit.
        if (result.ExitCode is 152 or 137)
            throw new RejectedFileException("extraction_timeout", "The file takes too long to read. Split it, or save it in a simpler form.");
    }

    // One character more than allowed shows that there was more.
    private static async Task<string> Read(StreamReader reader, int most, bool drain)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            var room = most + 1 - text.Length;
            text.Append(buffer, 0, Math.Min(read, room));
            if (text.Length > most && !drain) break;
        }

        return text.ToString();
    }
}
