using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>
/// The knowledge of the stores that this silo was asked about. A store is loaded when it is asked for, rebuilt in the
/// background when its version has grown, and unloaded when nobody asks any more. Snapshots are swapped whole.
/// </summary>
internal sealed partial class KnowledgeLibrary : IKnowledgeLibrary, IDisposable
{
    // After so many builds that each took over what had not changed, one begins from nothing and drops the words that only
    // removed sources had.
    private const int MostBuiltOn = 100;

    // Missing vectors are asked for again.
    private static readonly TimeSpan VectorInterval = TimeSpan.FromSeconds(30);

    // First loads have somebody waiting, so a few go side by side; rebuilds have not, and leave the other cores alone.
    private readonly SemaphoreSlim _loads = new(Math.Max(2, Environment.ProcessorCount / 2));
    private readonly SemaphoreSlim _rebuilds = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, StoreShelf> _shelves = new(StringComparer.Ordinal);
    private readonly KnowledgeTexts _texts;
    private readonly VectorLibrary _vectors;
    private readonly KnowledgeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<KnowledgeLibrary> _logger;

    /// <summary>Made by the container.</summary>
    public KnowledgeLibrary(
        KnowledgeTexts texts, VectorLibrary vectors, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<KnowledgeLibrary> logger) =>
        (_texts, _vectors, _options, _time, _logger) = (texts, vectors, options.Value, time, logger);

    /// <summary>How many stores are in memory.</summary>
    public int Count => _shelves.Count;

    /// <inheritdoc/>
    public async ValueTask<KnowledgeSnapshot> Of(string store, CancellationToken cancellationToken)
    {
        var shelf = Shelf(store);
        if (!shelf.IsLoaded) await Load(store, shelf, _loads, 0).WaitAsync(cancellationToken);
        return shelf.Content.Snapshot;
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Instruction>> Instructions(string store, CancellationToken cancellationToken)
    {
        await Of(store, cancellationToken);
        return Shelf(store).Content.Sources.Instructions;
    }

    /// <summary>What of a store is for staff alone.</summary>
    public async ValueTask<KnowledgeSnapshot> Staff(string store, CancellationToken cancellationToken)
    {
        await Of(store, cancellationToken);
        return Shelf(store).Content.Staff;
    }

    /// <summary>
    /// A store's knowledge with every change that was made before the call, if that can be had within
    /// <see cref="KnowledgeOptions.FreshWithin"/>; else what there is.
    /// </summary>
    public async Task<KnowledgeSnapshot> Fresh(string store, CancellationToken cancellationToken)
    {
        var shelf = Shelf(store);
        if (shelf.IsLoaded)
        {
            var version = (await _texts.Versions([store], cancellationToken)).GetValueOrDefault(store);
            if (shelf.Content.Sources.Version < version)
            {
                try
                {
                    await Load(store, shelf, _rebuilds, version).WaitAsync(_options.FreshWithin, _time, cancellationToken);
                }
                catch (TimeoutException)
                {
                    LogSlow(store);
                }
            }
        }

        return await Of(store, cancellationToken);
    }

    /// <summary>This silo changed a store: rebuild it in the background, if it is loaded.</summary>
    public void NoteChange(string store)
    {
        if (_shelves.TryGetValue(store, out var shelf) && shelf.IsLoaded) Rebuild(store, shelf, shelf.Content.Sources.Version + 1);
    }

    /// <summary>Rebuilds, in the background, what any silo changed, and unloads what nobody uses.</summary>
    public async Task Refresh(CancellationToken cancellationToken)
    {
        foreach (var (store, shelf) in _shelves)
        {
            if (_time.GetElapsedTime(shelf.LastUsed) < _options.UnloadAfter) continue;
            if (_shelves.TryRemove(store, out _)) LogUnloaded(store);
        }

        var loaded = _shelves.Where(s => s.Value.IsLoaded).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        if (loaded.Count == 0) return;
        var versions = await _texts.Versions(loaded.Keys, cancellationToken);
        foreach (var (store, shelf) in loaded)
        {
            if (versions.GetValueOrDefault(store) is var version && version > shelf.Content.Sources.Version) Rebuild(store, shelf, version);
            else if (shelf.WantsVectors && _time.GetElapsedTime(shelf.VectorsAskedAt) >= VectorInterval) shelf.AddingVectors = Task.Run(() => AddVectors(store, shelf), _stop.Token);
        }
    }

    /// <summary>Ends when the vectors that a store was last to get are there, or cannot be had.</summary>
    public Task VectorsAdded(string store) => Shelf(store).AddingVectors;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The container has it under two types, and disposes of it for each.
        if (_stop.IsCancellationRequested) return;
        _stop.Cancel();
        _stop.Dispose();
        _loads.Dispose();
        _rebuilds.Dispose();
    }

    private StoreShelf Shelf(string store)
    {
        var shelf = _shelves.GetOrAdd(store, _ => new StoreShelf { LastUsed = _time.GetTimestamp() });
        shelf.LastUsed = _time.GetTimestamp();
        return shelf;
    }

    // While many sources become ready one after the other, a store is built at most a third of the time; the watcher
    // comes back to what is left out here.
    private void Rebuild(string store, StoreShelf shelf, long version)
    {
        if (_time.GetElapsedTime(shelf.BuiltAt) >= shelf.BuildTime * 2) _ = Task.Run(() => RebuildNow(store, shelf, version), _stop.Token);
    }

    private async Task RebuildNow(string store, StoreShelf shelf, long version)
    {
        try
        {
            await Load(store, shelf, _rebuilds, version);
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The silo stops.
        }
        catch (Exception e)
        {
            LogRebuildFailed(store, e);
        }
    }

    // Nobody's cancellation ends it: others wait for the same. Away from the grain's scheduler, since a big store takes
    // seconds of a core.
    private Task Load(string store, StoreShelf shelf, SemaphoreSlim gate, long version)
    {
        var stop = _stop.Token;
        return Task.Run(BuildInTurn, stop);

        async Task BuildInTurn()
        {
            await shelf.Building.WaitAsync(stop);
            try
            {
                if (shelf.Content.Sources.Version >= version) return;
                await gate.WaitAsync(stop);
                try
                {
                    await Build(store, shelf, stop);
                }
                finally
                {
                    gate.Release();
                }
            }
            finally
            {
                shelf.Building.Release();
            }
        }
    }

    private async Task Build(string store, StoreShelf shelf, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var sources = await _texts.Load(store, shelf.Content.Sources, cancellationToken);

        var before = shelf.BuiltOn < MostBuiltOn ? shelf.Content : null;
        shelf.BuiltOn = before is null ? 0 : shelf.BuiltOn + 1;
        var snapshot = Index(isForStaff: false, before?.Snapshot).With(shelf.Content.Snapshot.Vectors);
        shelf.WantsVectors = _vectors.IsConfigured;
        shelf.Content = new ShelfContent(sources, snapshot, Index(isForStaff: true, before?.Staff));
        (shelf.BuiltAt, shelf.BuildTime) = (_time.GetTimestamp(), _time.GetElapsedTime(began));
        LogLoaded(store, sources.Version, snapshot.Sources.Length, snapshot.Passages.Length, shelf.BuildTime.TotalMilliseconds);
        if (shelf.WantsVectors) shelf.AddingVectors = Task.Run(() => AddVectors(store, shelf), _stop.Token);

        KnowledgeSnapshot Index(bool isForStaff, KnowledgeSnapshot? known) =>
            new(sources.Sources.Values.Where(s => s.IsForStaff == isForStaff).Select(s => s.Document), known);
    }

    // Those that cannot be had now are asked for later.
    private async Task AddVectors(string store, StoreShelf shelf)
    {
        shelf.VectorsAskedAt = _time.GetTimestamp();
        try
        {
            var before = shelf.Content;
            var vectors = await _vectors.Of(store, before.Snapshot.Passages, before.Sources.Instructions, before.Snapshot.Vectors, _stop.Token);
            await shelf.Building.WaitAsync(_stop.Token);
            try
            {
                // A build meanwhile has taken up what was there, and asks for the rest.
                if (shelf.Content != before) return;
                shelf.Content = before with { Snapshot = before.Snapshot.With(vectors) };
                shelf.WantsVectors = before.Snapshot.Passages.Any(p => !vectors.ByDigest.ContainsKey(PassageVectors.DigestOf(p)))
                    || before.Sources.Instructions.Any(i => !vectors.ByDigest.ContainsKey(PassageVectors.DigestOf(i)));
            }
            finally
            {
                shelf.Building.Release();
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The silo stops.
        }
        catch (Exception e)
        {
            LogVectorsFailed(store, e);
        }
    }
}
