using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SupportPlatform.Testing;

/// <summary>A real silo in a process of its own, to be asked over HTTP, killed and started again.</summary>
public sealed class SiloProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private readonly string[] _settings;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    private SiloProcess(string dataFolder, string[] settings)
    {
        DataFolder = dataFolder;
        _settings = settings;
        var port = FreePort.Next();
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>Where it listens; the same after each start.</summary>
    public Uri Address { get; }

    /// <summary>Where it keeps its database.</summary>
    public string DataFolder { get; }

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The process's id.</summary>
    public int Id => Running.Id;

    private Process Running => _process ?? throw new InvalidOperationException("The silo does not run.");

    /// <summary>Starts a silo on a new data folder and waits until it is ready.</summary>
    /// <param name="settings">More settings, as <c>Section:Name=value</c>.</param>
    public static async Task<SiloProcess> Start(params string[] settings)
    {
        var silo = new SiloProcess(Directory.CreateTempSubdirectory("silo-").FullName, settings);
        await silo.Start();
        return silo;
    }

    /// <summary>Starts it, again after a kill, and waits until it is ready.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = DataFolder,
        };
        start.ArgumentList.Add(Dll);
        start.ArgumentList.Add($"--urls={Address}");
        start.ArgumentList.Add($"--Data:Folder={DataFolder}");
        foreach (var setting in _settings) start.ArgumentList.Add($"--{setting}");
        _process = Process.Start(start) ?? throw new InvalidOperationException("The silo did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReady();
    }

    /// <summary>Ends the silo as a power cut would: SIGKILL, no goodbye.</summary>
    public async Task Kill()
    {
        Running.Kill();
        await Running.WaitForExitAsync();
        Running.Dispose();
        _process = null;
    }

    /// <summary>Asks the silo to stop and waits until it has.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await Running.WaitForExitAsync(new CancellationTokenSource(StartLimit).Token);
        var code = Running.ExitCode;
        Running.Dispose();
        _process = null;
        return code;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A killed silo leaves its database running for the next start; a short start ends it in good order.
        if (_process is null) await Start();
        await Stop();
        Directory.Delete(DataFolder, recursive: true);
    }

    private static string Dll
    {
        get
        {
            // artifacts/<engine>/bin/<project>/<configuration>/
            var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(here.Parent!.Parent!.FullName, "Silo", here.Name, "SupportPlatform.Silo.dll");
        }
    }

    private async Task WaitUntilReady()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < StartLimit)
        {
            if (Running.HasExited) throw new InvalidOperationException($"The silo ended with {Running.ExitCode}:\n{Output}");
            try
            {
                using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.StatusCode == HttpStatusCode.OK) return;
            }
            catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The silo is not ready after {StartLimit}:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        while (_output.Count > 2_000) _output.TryDequeue(out _);
    }
}
