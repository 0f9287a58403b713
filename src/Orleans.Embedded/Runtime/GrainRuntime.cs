using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>The engine: it knows the grain classes, makes references, and minds time-outs and idle activations.</summary>
internal sealed partial class GrainRuntime : IGrainFactory, IHostedService, IDisposable
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(250);

    private readonly GrainClass[] _classes;
    private readonly ConcurrentDictionary<Type, GrainClass> _only = new();
    private readonly ILogger _logger;
    private readonly ITimer _ticks;
    private readonly Lock _ticking = new();
    private long _lastCollection;

    public GrainRuntime(IServiceProvider services, IOptions<EmbeddedGrainOptions> options, ILogger<GrainRuntime> logger)
    {
        (Services, Options, _logger) = (services, options.Value, logger);
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _classes =
        [
            .. Options.Assemblies.Distinct().SelectMany(a => a.GetTypes())
                .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(IGrainBase)))
                .Select(t => new GrainClass(t)),
        ];
        _lastCollection = Time.GetTimestamp();
        _ticks = Time.CreateTimer(static r => ((GrainRuntime)r!).Tick(), this, TickPeriod, TickPeriod);
    }

    public IServiceProvider Services { get; }

    public EmbeddedGrainOptions Options { get; }

    public TimeProvider Time { get; }

    public bool IsStopping { get; private set; }

    // Not in the constructor: a filter may need the grain factory.
    public IIncomingGrainCallFilter[] Filters => field ??= [.. Services.GetServices<IIncomingGrainCallFilter>()];

    private IEnumerable<Activation> Activations => _classes.SelectMany(c => c.Activations);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        var grainClass = grainClassNamePrefix is null
            ? _only.GetOrAdd(typeof(TGrainInterface), static (type, runtime) => runtime.FindClass(type, null), this)
            : FindClass(typeof(TGrainInterface), grainClassNamePrefix);
        return (TGrainInterface)GrainReference.Make(typeof(TGrainInterface), this, grainClass, primaryKey);
    }

    /// <summary>Gives a call to its activation, a new one if need be, and returns the one to remember for the next call.</summary>
    public Activation? Send(GrainClass grainClass, string key, GrainCall call)
    {
        while (grainClass.Find(this, key) is { } activation)
        {
            if (activation.Receive(call)) return grainClass.IsSingle ? activation : null;
            grainClass.Remove(activation);
        }

        call.Refuse(new SiloUnavailableException("The silo stops."));
        return null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends all activations, in bounded time.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsStopping = true;
        var ending = Activations.ToArray();
        foreach (var activation in ending) activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The silo stops."), cancellationToken);
        try
        {
            await Task.WhenAll(ending.Select(a => a.Deactivated)).WaitAsync(Options.ShutdownTimeout, Time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            LogStoppedEarly(ending.Count(a => !a.Deactivated.IsCompleted));
        }
    }

    public void Dispose() => _ticks.Dispose();

    /// <summary>Cancels a token that grain code holds.</summary>
    public void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException e)
        {
            LogCancellationFailed(e);
        }
    }

    private GrainClass FindClass(Type grainInterface, string? prefix)
    {
        var found = _classes.Where(c => grainInterface.IsAssignableFrom(c.Type) && (prefix is null || c.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal))).ToArray();
        return found.Length == 1 ? found[0] : throw new ArgumentException($"{found.Length} grain classes implement {grainInterface}; one is needed.", nameof(grainInterface));
    }

    private void Tick()
    {
        // A tick that takes longer than the period makes the next ones pass.
        if (!_ticking.TryEnter()) return;
        try
        {
            var now = Time.GetTimestamp();
            foreach (var activation in Activations) activation.Expire(now);
            if (Time.GetElapsedTime(_lastCollection, now) < Options.CollectionQuantum) return;
            _lastCollection = now;
            foreach (var activation in Activations) activation.Collect(now);
        }
        finally
        {
            _ticking.Exit();
        }
    }
}
