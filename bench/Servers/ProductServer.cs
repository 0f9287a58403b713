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
    public static Task Run(Arguments arguments) => With(arguments, async host =>
    {
        Parent.Tell("ready", new { url = host.Addresses.First() });
        await Parent.Obey(ServerCommands.Run);
    });

    /// <summary>Does something with a silo, on the database that the arguments name or on one of its own.</summary>
    public static async Task With(Arguments arguments, Func<SiloHost, Task> action, Action<WebApplicationBuilder>? configure = null)
    {
        using var folder = new ScratchFolder();
        var assistant = new BenchAssistant(ServerCommands.Pacer(arguments));
        await using var host = await SiloHost.Start(
            [
                "--urls=http://127.0.0.1:0",
                $"--Data:Folder={folder.Path}",
                $"--ConnectionStrings:SupportPlatform={arguments.Text("database")}",
                "--Demo:Enabled=false",
                $"--Admin:ApiKey={AdminKey}",
                "--Logging:LogLevel:Default=Warning",
                "--Conversations:AnswerWithin=00:10:00",
                "--Conversations:MaxAnswerLength=10000000",
                .. Unlimited,
            ],
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<IAssistant>(assistant));
                configure?.Invoke(builder);
            });
        CallerContext.Current = Caller.Administrator;
        await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IStoreGrain>(Store)
            .Configure(new StoreSettings { Name = "Bench" });
        CallerContext.Current = null;
        await action(host);
    }
}
