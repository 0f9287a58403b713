using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>A grain class and its activations.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation[]> _activations = new(StringComparer.Ordinal);
    private readonly ObjectFactory _make;
    private readonly (Type Type, string Name)[] _states;
    private readonly int _maxWorkers;

    public GrainClass(Type type)
    {
        Type = type;
        GrainType = GrainType.Create(type.GetCustomAttribute<GrainTypeAttribute>()?.Name ?? DefaultName(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        _maxWorkers = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers ?? 1;
        _states =
        [
            .. from p in type.GetConstructors().SelectMany(c => c.GetParameters())
               let facet = p.GetCustomAttribute<PersistentStateAttribute>()
               where facet is not null
               select (typeof(StoredState<>).MakeGenericType(p.ParameterType.GenericTypeArguments[0]), facet.StateName),
        ];
        _make = ActivatorUtilities.CreateFactory(type, [.. _states.Select(s => s.Type)]);
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    /// <summary>Whether a key has one activation, so that a reference may remember it.</summary>
    public bool IsSingle => _maxWorkers == 1;

    // Walked several times a second, so without an enumerator for each key.
    public IEnumerable<Activation> Activations
    {
        get
        {
            foreach (var (_, workers) in _activations)
            {
                foreach (var worker in workers) yield return worker;
            }
        }
    }

    /// <summary>A grain object, and the states that are to be read before it is used.</summary>
    public (object Grain, List<IStorage> States) Make(IServiceProvider services, string key)
    {
        List<IStorage> states = [.. _states.Select(s => (IStorage)Activator.CreateInstance(s.Type, services.GetRequiredService<StateStorage>(), s.Name, key)!)];
        return (_make(services, [.. states]), states);
    }

    /// <summary>The activation for a call, or null where there is none and none may be made.</summary>
    public Activation? Find(GrainRuntime runtime, string key)
    {
        while (true)
        {
            if (!_activations.TryGetValue(key, out var workers))
            {
                if (runtime.IsStopping) return null;
                var first = new Activation(runtime, this, key);
                if (_activations.TryAdd(key, [first])) return first;
                continue;
            }

            var least = workers.Length == 1 ? workers[0] : workers.MinBy(w => w.Load)!;
            if (workers.Length == _maxWorkers || least.Load == 0 || runtime.IsStopping) return least;
            var another = new Activation(runtime, this, key);
            if (_activations.TryUpdate(key, [.. workers, another], workers)) return another;
        }
    }

    public void Remove(Activation activation)
    {
        while (_activations.TryGetValue(activation.Key, out var workers) && workers.Contains(activation))
        {
            Activation[] rest = [.. workers.Where(w => w != activation)];
            if (rest.Length == 0 ? _activations.TryRemove(new(activation.Key, workers)) : _activations.TryUpdate(activation.Key, rest, workers)) return;
        }
    }

    // As Orleans names a class without the attribute.
    private static string DefaultName(Type type) =>
        (type.Name.EndsWith("Grain", StringComparison.OrdinalIgnoreCase) ? type.Name[..^5] : type.Name).ToLowerInvariant();
}
