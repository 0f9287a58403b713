using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Knowledge.Pages;
using SupportPlatform.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Hosting;

/// <summary>One real silo on a real database for the tests that need grains; each test has a store of its own.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    private readonly DatabaseFixture _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("silo-");
    private SiloHost? _silo;

    internal ScriptedAssistant Assistant { get; } = new();

    /// <summary>What the silo's pages are fetched from.</summary>
    internal FakeInternet Internet { get; private set; } = null!;

    internal HeldExtractor Extractor => (HeldExtractor)Silo.Services.GetRequiredService<IDocumentExtractor>();

    internal IGrainFactory Grains => Silo.Services.GetRequiredService<IGrainFactory>();

    internal SiloHost Silo => _silo ?? throw new InvalidOperationException("The silo does not run.");

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Internet = await FakeInternet.Start();
        _silo = await StartSilo();
    }

    public async Task DisposeAsync()
    {
        if (_silo is not null) await _silo.DisposeAsync();
        await Internet.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Stops the silo and starts another on the same database.</summary>
    /// <param name="meanwhile">What is done to the database when no silo runs.</param>
    internal async Task Restart(Func<NpgsqlDataSource, Task>? meanwhile = null)
    {
        await Silo.DisposeAsync();
        if (meanwhile is not null) await meanwhile(_database.DataSource);
        _silo = await StartSilo();
    }

    /// <summary>A store that no other test has; the present flow goes on as the administrator.</summary>
    internal Task<string> NewStore(StoreSettings? settings = null)
    {
        // Set here and not in an async method, whose changes of the context end with it.
        CallerContext.Current = Caller.Administrator;
        return Make();

        async Task<string> Make()
        {
            var store = $"s-{Guid.NewGuid():N}";
            await Grains.GetGrain<IStoreGrain>(store).Configure(settings ?? new StoreSettings { Name = "A shop" });
            return store;
        }
    }

    /// <summary>A new conversation; the present flow goes on as its customer.</summary>
    internal Task<IConversationGrain> NewConversation(string store)
    {
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        return Make();

        async Task<IConversationGrain> Make()
        {
            var grain = Grains.GetGrain<IConversationGrain>(ConversationKey.New(store).GrainKey);
            await grain.Start(new StartConversation { ContactId = "contact-1" });
            return grain;
        }
    }

    /// <summary>Opens a conversation as another activation would, elsewhere; the one that has it cannot write any more.</summary>
    internal async Task Overtake(string key) =>
        Assert.NotNull(await Silo.Services.GetRequiredService<ConversationStore>().Open(key, 1, CancellationToken.None));

    private Task<SiloHost> StartSilo() => SiloHost.Start(
        [
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:SupportPlatform={_database.ConnectionString}",
            $"--Data:Folder={_folder.FullName}",
            "--Conversations:StartDelay=00:00:00.02",
            "--Conversations:JoinWindow=00:00:00",
            "--Conversations:AnswerWithin=00:00:02",
            "--Conversations:ReadWithin=00:00:01",
            "--Conversations:RetryDelay=00:00:00.02",
            "--Due:SweepInterval=00:00:00.1",
            $"--Cluster:SiloPort={FreePort.Next()}",
            $"--Cluster:GatewayPort={FreePort.Next()}",
            $"--Cluster:Id={Guid.NewGuid():N}",
        ],
        builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IAssistant>(Assistant));
            builder.Services.Replace(ServiceDescriptor.Singleton<IDocumentExtractor, HeldExtractor>());
            builder.Services.Replace(ServiceDescriptor.Singleton<IHostResolver>(Internet));
            builder.Services.Replace(ServiceDescriptor.Singleton<IPageDialer>(Internet));
        });
}
