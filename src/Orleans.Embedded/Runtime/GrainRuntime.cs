using System.Collections.Concurrent;
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
        _ticks = Time.CreateTimer(static r => ((GrainRuntime)r!).Tick(), this, TickPeriod, Timeout.InfiniteTimeSpan);
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

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsStopping = true;
        var ending = Activations.ToArray();
        foreach (var activation in ending) activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The silo stops."), cancellationToken);
        var ended = Task.WhenAll(ending.Select(a => a.Deactivated));
        await ended.WaitAsync(Options.ShutdownTimeout, Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCompleted) LogStoppedEarly(ending.Count(a => !a.Deactivated.IsCompleted));
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
        var now = Time.GetTimestamp();
        var collects = Time.GetElapsedTime(_lastCollection, now) >= Options.CollectionQuantum;
        if (collects) _lastCollection = now;
        foreach (var activation in Activations)
        {
            activation.Expire(now);
            if (collects) activation.Collect(now);
        }

        _ticks.Change(TickPeriod, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} could not be activated.")]
    public partial void LogActivationFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Error, Message = "Grain {Grain} failed while it was deactivated.")]
    public partial void LogDeactivationFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Error, Message = "A timer of grain {Grain} failed.")]
    public partial void LogTimerFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An enumeration of grain {Grain} failed after its reader had left.")]
    public partial void LogEnumerationFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What hangs on a cancelled call failed.")]
    private partial void LogCancellationFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped with {Count} grains that had not ended in time.")]
    private partial void LogStoppedEarly(int count);
}
