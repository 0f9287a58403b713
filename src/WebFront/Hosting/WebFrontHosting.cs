using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Chat;
using SupportPlatform.Conversations.Forms;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Conversations.Staff;
using SupportPlatform.Desk;
using SupportPlatform.Help;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using SupportPlatform.Widget;

namespace SupportPlatform.Hosting;

/// <summary>Adds the web front to a host.</summary>
public static class WebFrontHosting
{
    private const int MaxBody = 256 * 1024;

    // 8,000 UTF-16 units, each escaped as six bytes at worst, and the call around them.
    private const int MaxHubMessage = 64 * 1024;
    private const int HubBuffer = 64 * 1024;

    /// <summary>
    /// Registers its services. The host registers an <c>IGrainFactory</c>, and an <see cref="IReadiness"/> if it has
    /// something to wait for. Configuration: <c>Admin:ApiKey</c>, <c>RateLimits:*</c>.
    /// </summary>
    public static void AddWebFront(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<AdminOptions>(builder.Configuration.GetSection("Admin"));
        services.Configure<RateLimitOptions>(builder.Configuration.GetSection("RateLimits"));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });

        // Tokens may stand in addresses (browsers give sockets no headers), and this category logs addresses.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IReadiness, AlwaysReady>();
        services.TryAddSingleton<ISupportGrains, SupportGrains>();
        services.AddSingleton<WebFrontInstruments>();
        services.AddSingleton<StoreProfiles>();
        services.AddSingleton<VisitorTokens>();
        services.AddSingleton<CallerAuthenticator>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<StoreOrigins>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, KnownProxies>();
        services.AddSingleton<ICorsPolicyProvider>(s => s.GetRequiredService<StoreOrigins>());
        services.AddSingleton<RequestRateLimits>();
        services.AddSingleton<RelayServices>();
        services.AddSingleton<ConversationRelays>();
        services.AddSingleton<StreamHeartbeats>();
        services.AddHostedService(s => s.GetRequiredService<StreamHeartbeats>());
        services.AddSingleton<HelpPages>();
        services.AddSingleton<HelpViewCount>();
        services.AddHostedService(s => s.GetRequiredService<HelpViewCount>());
        services.AddRazorComponents();
        services.AddHelpCache();
        AddApi(services);
        AddHub(services);
    }

    /// <summary>Maps its endpoints and middleware.</summary>
    public static void MapWebFront(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages(WriteStatus);
        app.UsePageHeaders();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => PageHeaders.SetFileHeaders(file.Context, file.Context.Request.Path),
        });
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseMiddleware<AccessMiddleware>();
        app.Use(app.Services.GetRequiredService<HelpViewCount>().Count);
        app.Use(HelpCache.DropAfterChange);
        app.UseOutputCache();
        app.MapHealth();
        app.MapSessions();
        app.MapInvitations();
        app.MapStores();
        app.MapKnowledge();
        app.MapDocuments();
        app.MapPages();
        new FaqEndpoints().Map(app);
        app.MapLearning();
        app.MapPassages();
        app.MapHelp();
        app.MapPopout();
        new ArticleEndpoints().Map(app);
        new InstructionEndpoints().Map(app);
        app.MapConversations();
        app.MapConversationLists();
        app.MapStaff();
        app.MapFloor();
        app.MapInbox();
        app.MapCockpit();
        app.MapCopilot();
        app.MapAgents();
        app.MapDesks();
        new CannedReplyEndpoints().Map(app);
        new MacroEndpoints().Map(app);
        new SavedViewEndpoints().Map(app);
        app.MapConversationSearch();
        app.MapWall();
        app.MapForms();
        app.MapTranscriptions();
        app.MapAttachments();
        app.MapConversationStreams();
        app.MapOpenApi().WithAccess(AccessRule.Open);
        MapHub<ChatHub>(app, "/hubs/chat");
        MapHub<StaffHub>(app, "/hubs/staff");
    }

    private static void MapHub<THub>(WebApplication app, string path)
        where THub : Hub => app.MapHub<THub>(path, hub =>
    {
        hub.ApplicationMaxBufferSize = HubBuffer;
        hub.TransportMaxBufferSize = HubBuffer;
    }).RequireRateLimiting(AddressLimits.Connections).WithAccess(AccessRule.Open);

    private static void AddApi(IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddSingleton<ProblemWriter>();
        services.AddExceptionHandler<RequestFailureHandler>();
        services.AddCors();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, AddressLimits>();
        services.ConfigureHttpJsonOptions(o => WireJson.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", OpenApiDescription.Configure);
    }

    private static void AddHub(IServiceCollection services)
    {
        services.AddSingleton<ChatHubFilter>();
        services.AddSignalR(o =>
        {
            o.MaximumReceiveMessageSize = MaxHubMessage;

            // HubHeartbeats does it.
            o.KeepAliveInterval = TimeSpan.FromDays(1);
            o.AddFilter<ChatHubFilter>();
        }).AddJsonProtocol(o =>
        {
            WireJson.Configure(o.PayloadSerializerOptions);
            o.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, HubJson.Default);
        });
        services.AddSingleton<HubHeartbeats>();
        services.AddHostedService(s => s.GetRequiredService<HubHeartbeats>());
        services.AddSingleton<HubLifetimeManager<ChatHub>, HubConnections<ChatHub>>();
        services.AddSingleton<HubLifetimeManager<StaffHub>, HubConnections<StaffHub>>();
        services.AddSingleton<StaffWatchServices>();
    }

    private static async Task WriteStatus(Microsoft.AspNetCore.Diagnostics.StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        await http.RequestServices.GetRequiredService<ProblemWriter>().Write(http, ProblemMapping.CodeOf(status), null);
    }
}
