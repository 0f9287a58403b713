using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPlatform.Agents;
using SupportPlatform.Grains.Tests.Accounts;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Walls;

/// <summary>A silo with two stores, somebody of each role in the one, an owner and a visitor of the other.</summary>
public sealed class WallFixture : IAsyncLifetime
{
    public const string Store = "ours";
    public const string Other = "theirs";
    private readonly DatabaseFixture _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("silo-");

    internal SiloHost Silo { get; private set; } = null!;

    internal LogBook Refusals { get; } = new("SupportPlatform.Security.RefusalLog");

    internal IGrainFactory Grains => Silo.Services.GetRequiredService<IGrainFactory>();

    internal Dictionary<AgentRole, Person> People { get; } = [];

    internal Person OtherOwner { get; private set; } = null!;

    internal string OtherVisitorToken { get; private set; } = "";

    internal string Conversation { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Silo = await SiloHost.Start(
            [
                "--urls=http://127.0.0.1:0",
                $"--ConnectionStrings:SupportPlatform={_database.ConnectionString}",
                $"--Data:Folder={_folder.FullName}",
                $"--Cluster:SiloPort={FreePort.Next()}",
                $"--Cluster:GatewayPort={FreePort.Next()}",
                $"--Cluster:Id={Guid.NewGuid():N}",
            ],
            builder => builder.Logging.AddProvider(Refusals));
        var address = Silo.Addresses.First();
        foreach (var store in new[] { Store, Other })
        {
            CallerContext.Current = Caller.System;
            await Grains.GetGrain<IStoreGrain>(store).Configure(new StoreSettings { Name = store });
        }

        foreach (var role in Enum.GetValues<AgentRole>())
            People[role] = await Person.Employ(address, Grains, Store, $"a-{(int)role}", role);
        OtherOwner = await Person.Employ(address, Grains, Other, "stranger", AgentRole.Owner);
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        (Conversation, _) = await Begin(http, Store);
        (_, OtherVisitorToken) = await Begin(http, Other);
    }

    public async Task DisposeAsync()
    {
        foreach (var person in People.Values) person.Dispose();
        OtherOwner?.Dispose();
        if (Silo is not null) await Silo.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<(string Id, string Token)> Begin(HttpClient http, string store)
    {
        using var response = await http.PostAsync(new Uri($"/api/stores/{store}/conversations", UriKind.Relative), null);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("conversationId").GetString()!, body.GetProperty("visitorToken").GetString()!);
    }
}
