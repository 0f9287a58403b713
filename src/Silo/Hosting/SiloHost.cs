using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportPlatform.Accounts;
using SupportPlatform.Demo;
using SupportPlatform.Postgres;
using SupportPlatform.Security;

namespace SupportPlatform.Hosting;

/// <summary>A silo: its database, its engine, its web front. Disposing stops them in the reverse order.</summary>
internal sealed class SiloHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PrivatePostgres? _postgres;

    private SiloHost(WebApplication app, PrivatePostgres? postgres) => (_app, _postgres) = (app, postgres);

    /// <summary>The services, for tests and benchmarks.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The addresses that the web front listens on.</summary>
    public IEnumerable<string> Addresses => _app.Urls;

    /// <summary>Starts a silo.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes to the services before the silo is built, for tests and benchmarks.</param>
    /// <exception cref="SiloStartException">It cannot start; the message says why and what to do.</exception>
    public static async Task<SiloHost> Start(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var clock = Stopwatch.StartNew();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        builder.Configuration.AddEnvironmentVariables().AddCommandLine(args);
        var settings = new SiloSettings(builder.Configuration);
        var postgres = settings.ConnectionString is null ? await StartPostgres(settings) : null;
        WebApplication? app = null;
        try
        {
            app = await Build(builder, settings, settings.ConnectionString ?? postgres!.ConnectionString, configure);
            await app.StartAsync();
            await Announce(app, settings, clock.Elapsed);
            return new SiloHost(app, postgres);
        }
        catch (Exception e)
        {
            // What has started is stopped before its database is.
            if (app is not null) await app.DisposeAsync();
            if (postgres is not null) await postgres.DisposeAsync();
            if (e is IOException or NpgsqlException or OptionsValidationException) throw new SiloStartException(e.Message, e);
            throw;
        }
    }

    /// <summary>Waits until the silo is asked to stop and has stopped serving.</summary>
    public Task WaitForShutdown() => _app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private static async Task<WebApplication> Build(
        WebApplicationBuilder builder, SiloSettings settings, string connectionString, Action<WebApplicationBuilder>? configure)
    {
        AdminKey.Ensure(builder.Configuration, settings.DataFolder);
        var database = new NpgsqlDataSourceBuilder(connectionString).Build();
        Progress("Preparing the database");
        await DatabaseSchema.Apply(database, CancellationToken.None);

        // The container owns the pool and closes it after everything that uses it.
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<IReadiness>(services => services.GetRequiredService<Readiness>());

        // Before what calls grains: services stop in the reverse order.
        builder.AddGrainEngine(connectionString);
        builder.Services.AddSupportGrains(builder.Configuration);
        builder.AddWebFront();
        DataProtectedSecrets.Add(builder, settings.AccountKeysFolder);
        builder.AddTelemetry();
        builder.Services.AddSingleton<FolderSync>();
        builder.Services.AddSingleton<DemoPeople>();
        if (settings.DemoEnabled) builder.Services.AddHostedService<DemoStore>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Readiness>());
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30) + settings.DrainDelay);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapWebFront();
        return app;
    }

    private static async Task<PrivatePostgres> StartPostgres(SiloSettings settings)
    {
        try
        {
            using var loggers = LoggerFactory.Create(l => l.AddConsole());
            var options = new PrivatePostgresOptions { DataFolder = settings.DataFolder, Progress = Progress };
            return await PrivatePostgres.Start(options, loggers.CreateLogger<PrivatePostgres>(), CancellationToken.None);
        }
        catch (Exception e) when (e is DataFolderInUseException or PostgresStartException or IOException or UnauthorizedAccessException)
        {
            throw new SiloStartException(e.Message, e);
        }
    }

    private static void Progress(string step) => Console.WriteLine($"… {step}");

    private static async Task Announce(WebApplication app, SiloSettings settings, TimeSpan took)
    {
        Console.WriteLine();
        Console.WriteLine($"  SupportPlatform is ready after {took.TotalSeconds:F1} s.");
        foreach (var url in app.Urls) Console.WriteLine($"  Open {url}{(settings.DemoEnabled ? "/ and ask the demo store" : "/")}");
        Console.WriteLine($"  Data and the administration key are in {settings.DataFolder}");
        CallerContext.Current = Caller.System;
        var setUp = await app.Services.GetRequiredService<IGrainFactory>().GetGrain<IInvitationsGrain>(PlatformKey.Invitations).InviteToSetUp();
        if (setUp is not null) Console.WriteLine($"  Make your account, once: {app.Urls.First()}/console/#invite={setUp}");
        Console.WriteLine("  Stop with Ctrl+C.");
        Console.WriteLine();
    }
}
