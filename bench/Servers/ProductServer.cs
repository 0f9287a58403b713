using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportPlatform.Bench.Processes;
using SupportPlatform.Hosting;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Bench.Servers;

/// <summary>The silo as it is, but for the assistant, and with limits that one machine full of clients does not meet.</summary>
internal static class ProductServer
{
    /// <summary>The administration key of the run.</summary>
    public const string AdminKey = "bench-administration-key-of-this-run";

    /// <summary>The store of the run.</summary>
    public const string Store = "bench";

    private static readonly string[] Unlimited =
    [
        "--RateLimits:AddressBurst=0",
        "--RateLimits:StartBurst=0",
        "--RateLimits:VisitorBurst=0",
        "--RateLimits:StoreBurst=0",
        "--RateLimits:SocketBurst=0",
        "--RateLimits:ConnectionsPerAddress=0",
    ];

    /// <summary>Serves until the parent closes the input.</summary>
    public static async Task Run(Arguments arguments)
    {
        var assistant = new BenchAssistant(ServerCommands.Pacer(arguments));
        await using var host = await Start(arguments.Text("folder"), assistant, arguments.Text("database"));
        Parent.Tell("ready", new { url = host.Addresses.First() });
        await Parent.Obey(ServerCommands.Run);
    }

    /// <summary>Starts a silo with its data in a folder, and the store.</summary>
    public static async Task<SiloHost> Start(string folder, BenchAssistant assistant, string database = "")
    {
        var host = await SiloHost.Start(
            [
                "--urls=http://127.0.0.1:0",
                $"--Data:Folder={folder}",
                $"--ConnectionStrings:SupportPlatform={database}",
                "--Demo:Enabled=false",
                $"--Admin:ApiKey={AdminKey}",
                "--Logging:LogLevel:Default=Warning",
                "--Conversations:AnswerWithin=00:10:00",
                "--Conversations:MaxAnswerLength=10000000",
                .. Unlimited,
            ],
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<IAssistant>(assistant)));
        CallerContext.Current = Caller.Administrator;
        await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IStoreGrain>(Store)
            .Configure(new StoreSettings { Name = "Bench" });
        CallerContext.Current = null;
        return host;
    }
}
