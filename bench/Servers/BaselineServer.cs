using Npgsql;
using SupportPlatform.Bench.Processes;

namespace SupportPlatform.Bench.Servers;

/// <summary>The bare server: a plain hub, and with a database one plain query.</summary>
internal static class BaselineServer
{
    /// <summary>Serves until the parent closes the input.</summary>
    public static async Task Run(Arguments arguments)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR();
        var pacer = ServerCommands.Pacer(arguments);
        if (pacer is not null) builder.Services.AddSingleton(pacer);
        await using var app = builder.Build();
        app.MapHub<BaselineHub>("/hubs/chat");
        if (arguments.Text("database") is { Length: > 0 } database)
        {
            var source = new NpgsqlDataSourceBuilder(database).Build();
            app.Lifetime.ApplicationStopped.Register(source.Dispose);
            app.MapGet("/api/conversations/{id}", (string id, CancellationToken ct) => BaselineReads.View(source, id, ct));
        }

        await app.StartAsync();
        Parent.Tell("ready", new { url = app.Urls.First() });
        await Parent.Obey(ServerCommands.Run);
        await app.StopAsync();
    }
}
