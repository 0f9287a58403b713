using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace SupportPlatform.Engine.Tests.Hosting;

/// <summary>The engine with the grains of this assembly, and a clock that stands still.</summary>
public sealed class TestSilo : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestSilo(Action<EmbeddedGrainOptions>? options = null, Action<IServiceCollection>? services = null)
    {
        var all = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton(Log).AddSingleton(Gates);
        all.AddEmbeddedGrains(o =>
        {
            o.Assemblies.Add(typeof(TestSilo).Assembly);
            options?.Invoke(o);
        });
        services?.Invoke(all);
        _services = all.BuildServiceProvider();
        Grains = _services.GetRequiredService<IGrainFactory>();
    }

    public FakeTimeProvider Time { get; } = new();

    /// <summary>What grains of the test write to, in order.</summary>
    public EventLog Log { get; } = new();

    public Gates Gates { get; } = new();

    public IGrainFactory Grains { get; }

    public T Get<T>(string key = "a")
        where T : IGrainWithStringKey => Grains.GetGrain<T>(key);

    public async Task Stop()
    {
        foreach (var service in _services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        // Grains that a test has left hanging are not waited for.
        await _services.DisposeAsync();
    }
}
