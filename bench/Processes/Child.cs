using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Channels;

namespace SupportPlatform.Bench.Processes;

/// <summary>
/// This executable, started again in another role. It is told what to do by lines on its standard input, ends when
/// that is closed, and tells by lines <c>@name {json}</c>.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    private const int KeptLines = 40;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();
    private readonly Queue<string> _other = new();
    private readonly string _role;

    private Child(Process process, string role) => (_process, _role) = (process, role);

    /// <summary>Starts a role with arguments <c>--name value</c>.</summary>
    public static Child Start(string role, params (string Name, object Value)[] arguments) => Start(role, "bench", arguments);

    /// <summary>Starts a role of the product, with the silo's runtime settings in place of this executable's.</summary>
    public static Child StartProduct(string role, params (string Name, object Value)[] arguments) => Start(role, "SupportPlatform.Silo", arguments);

    private static Child Start(string role, string settings, (string Name, object Value)[] arguments)
    {
        var folder = AppContext.BaseDirectory;
        var info = new ProcessStartInfo(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in new[]
        {
            "exec", "--runtimeconfig", Path.Combine(folder, settings + ".runtimeconfig.json"), "--depsfile", Path.Combine(folder, "bench.deps.json"), Path.Combine(folder, "bench.dll"), role,
        })
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in arguments)
        {
            info.ArgumentList.Add("--" + name);
            info.ArgumentList.Add(FormattableString.Invariant($"{value}"));
        }

        var child = new Child(new Process { StartInfo = info }, role);
        child._process.OutputDataReceived += (_, line) => child.Take(line.Data, isEnd: line.Data is null);
        child._process.ErrorDataReceived += (_, line) => child.Take(line.Data, isEnd: false);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Sends a line.</summary>
    public async Task Tell(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for what the child tells under a name.</summary>
    /// <exception cref="BenchException">It ended, or the time is over.</exception>
    public async Task<JsonElement> Expect(string name, TimeSpan timeout)
    {
        using var cancellation = new CancellationTokenSource(timeout);
        try
        {
            await foreach (var line in _told.Reader.ReadAllAsync(cancellation.Token))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                if (line[1..space] == name) return JsonDocument.Parse(line[(space + 1)..]).RootElement.Clone();
            }
        }
        catch (OperationCanceledException)
        {
            throw Failure($"did not tell '{name}' within {timeout.TotalSeconds:F0} s");
        }

        throw Failure($"ended without telling '{name}'");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var timeout = new CancellationTokenSource(StopTimeout);
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Take(string? line, bool isEnd)
    {
        if (isEnd) _told.Writer.TryComplete();
        if (string.IsNullOrEmpty(line)) return;
        if (line[0] == '@')
        {
            _told.Writer.TryWrite(line);
            return;
        }

        lock (_other)
        {
            _other.Enqueue(line);
            if (_other.Count > KeptLines) _other.Dequeue();
        }
    }

    private BenchException Failure(string what)
    {
        lock (_other) return new BenchException($"{_role} {what}:\n{string.Join('\n', _other)}");
    }
}
