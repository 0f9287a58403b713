using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPlatform.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Demo;

/// <summary>Loads the demo store: a small coffee shop with its help articles, or with the documents of a given folder.</summary>
internal sealed partial class DemoStore(
    IGrainFactory grains, DemoPeople people, FolderSync folders, SiloSettings settings, ILogger<DemoStore> logger) : IHostedService
{
    /// <summary>The demo store's id.</summary>
    public const string Id = "demo";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var own = Path.Combine(AppContext.BaseDirectory, "Demo");
        var folder = settings.KnowledgeFolder;
        if (folder is not null && !Directory.Exists(folder)) throw new SiloStartException($"The knowledge folder {folder} does not exist.");
        await using var file = File.OpenRead(Path.Combine(own, "store.json"));
        var store = await JsonSerializer.DeserializeAsync<StoreSettings>(file, Json, cancellationToken)
            ?? throw new SiloStartException("The demo store's settings are empty.");
        if (folder is not null) store = store with { StarterQuestions = [] };
        CallerContext.Current = Caller.System;
        await grains.GetGrain<IStoreGrain>(Id).Configure(store, cancellationToken);
        await people.Add(Id, cancellationToken);
        if (folder is null)
        {
            await folders.Clear(Id, cancellationToken);
            await Publish(own, cancellationToken);
            LogPublished(clock.Elapsed.TotalSeconds);
            return;
        }

        await Withdraw(own, cancellationToken);
        var documents = await folders.Sync(Id, new DirectoryInfo(folder), cancellationToken);
        LogLoaded(documents, folder, clock.Elapsed.TotalSeconds);
    }

    /// <summary>The shop's own articles and questions; what is there unchanged stays as it is.</summary>
    private async Task Publish(string own, CancellationToken cancellationToken)
    {
        var articles = await DemoArticles.Read(Path.Combine(own, "articles"), cancellationToken);
        await grains.GetGrain<IArticlesGrain>(Id).Import(new ArticleImport { Lines = articles }, cancellationToken);
        await grains.GetGrain<IFaqsGrain>(Id).Import(new FaqImport { Lines = await Questions(own, cancellationToken) }, cancellationToken);
    }

    /// <summary>Takes them away from a database that has them, since a folder's documents are in their place.</summary>
    private async Task Withdraw(string own, CancellationToken cancellationToken)
    {
        var articles = await DemoArticles.Read(Path.Combine(own, "articles"), cancellationToken);
        var questions = await Questions(own, cancellationToken);
        var all = articles.Select(a => (SourceKinds.Article, a.Entry.Id!)).Concat(questions.Select(q => (SourceKinds.Faq, q.Entry.Id!)));
        foreach (var (kind, id) in all)
        {
            try
            {
                await grains.GetGrain<ISourcesGrain>(Id).Delete(kind, id, cancellationToken);
            }
            catch (SupportException e) when (e.Code == ProblemCodes.SourceNotFound)
            {
                // Most databases of a folder never had them.
            }
        }
    }

    private static async Task<ImmutableArray<FaqLine>> Questions(string own, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(own, "faqs.json"));
        var entries = await JsonSerializer.DeserializeAsync<FaqEntry[]>(file, Json, cancellationToken) ?? [];
        return [.. entries.Select((entry, i) => new FaqLine { Line = i + 1, Entry = entry })];
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2, LogLevel.Information, "The demo store's articles and questions are published, loaded in {Seconds:F1} s")]
    private partial void LogPublished(double seconds);

    [LoggerMessage(1, LogLevel.Information, "The demo store has {Documents} documents of {Folder}, loaded in {Seconds:F1} s")]
    private partial void LogLoaded(int documents, string folder, double seconds);
}
