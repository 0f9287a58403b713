using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Demo;

/// <summary>Loads the demo store: a small coffee shop with its help articles, or with the documents of a given folder.</summary>
internal sealed partial class DemoStore(
    IGrainFactory grains, FolderSync folders, SiloSettings settings, ILogger<DemoStore> logger) : IHostedService
{
    /// <summary>The demo store's id.</summary>
    public const string Id = "demo";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var own = Path.Combine(AppContext.BaseDirectory, "Demo");
        var folder = settings.KnowledgeFolder ?? Path.Combine(own, "articles");
        if (!Directory.Exists(folder)) throw new SiloStartException($"The knowledge folder {folder} does not exist.");
        await using var file = File.OpenRead(Path.Combine(own, "store.json"));
        var store = await JsonSerializer.DeserializeAsync<StoreSettings>(file, Json, cancellationToken)
            ?? throw new SiloStartException("The demo store's settings are empty.");
        if (settings.KnowledgeFolder is not null) store = store with { StarterQuestions = [] };
        CallerContext.Current = Caller.System;
        await grains.GetGrain<IStoreGrain>(Id).Configure(store, cancellationToken);
        var documents = await folders.Sync(Id, new DirectoryInfo(folder), cancellationToken);
        LogLoaded(documents, folder, clock.Elapsed.TotalSeconds);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "The demo store has {Documents} documents of {Folder}, loaded in {Seconds:F1} s")]
    private partial void LogLoaded(int documents, string folder, double seconds);
}
