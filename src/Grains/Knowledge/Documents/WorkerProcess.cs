using System.Diagnostics;
using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Runs the worker for one file, and ends it with all that it started when it costs too much.</summary>
/// <param name="options">The limits.</param>
internal sealed class WorkerProcess(ExtractionOptions options)
{
    // JSON escapes a character with at most six bytes; page numbers and names come on top.
    private const int MostBytesPerCharacter = 6;
    private const int Frame = 1024 * 1024;
    private const int MostErrors = 8 * 1024;
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs it to its end.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="ExtractionException">It crashed or hit a limit.</exception>
    public async Task<MemoryStream> Run(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            var errors = Errors(process.StandardError, limit.Token);
            var watch = Watch(process, limit.Token);
            var read = Output(process.StandardOutput.BaseStream, limit.Token);

            // The first to fail ends the run; a watch that ends well says that the process is gone.
            await await Task.WhenAny(watch, read);
            await Task.WhenAll(watch, read);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode == 0) return await read;
            throw (await errors).Contains("ut of memory", StringComparison.Ordinal) ? ExtractionFailures.OutOfMemory() : ExtractionFailures.Failed();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ExtractionFailures.TimedOut();
        }
        finally
        {
            await End(process);
        }
    }

    private static async Task End(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException or System.ComponentModel.Win32Exception)
        {
            // It was gone already, or the kernel still holds it; both end without us.
        }
    }

    private async Task Watch(Process process, CancellationToken cancellationToken)
    {
        while (!process.HasExited)
        {
            process.Refresh();
            if (Resident(process) > options.MaxMemoryBytes) throw ExtractionFailures.OutOfMemory();
            await Task.WhenAny(process.WaitForExitAsync(cancellationToken), Task.Delay(WatchEvery, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static long Resident(Process process)
    {
        try
        {
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private async Task<MemoryStream> Output(Stream stream, CancellationToken cancellationToken)
    {
        var most = ((long)options.MaxCharacters * MostBytesPerCharacter) + Frame;
        var output = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (output.Length + read > most) throw ExtractionFailures.TooMuchText(options.MaxCharacters);
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        output.Position = 0;
        return output;
    }

    // Read to the end, so that the worker never waits for room; only the beginning is kept.
    private static async Task<string> Errors(StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[4 * 1024];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
            text.Append(buffer, 0, Math.Min(read, MostErrors - text.Length));
        return text.ToString();
    }
}
