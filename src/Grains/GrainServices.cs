using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Help;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform;

/// <summary>Registers what the grains need of their silo.</summary>
public static class GrainServices
{
    /// <summary>The name of the storage that the engine keeps grain states in.</summary>
    public const string StateStorage = "support";

    /// <summary>
    /// Adds the stores, the sweeper, models and knowledge. Needs an <c>NpgsqlDataSource</c> and an engine.
    /// </summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="configuration">The silo's configuration: sections <c>Conversations</c>, <c>Model</c>, <c>Knowledge</c>.</param>
    public static IServiceCollection AddSupportGrains(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IIncomingGrainCallFilter, TenantFilter>();
        services.AddOptions<ConversationOptions>().Bind(configuration.GetSection("Conversations"));
        services.AddOptions<DueSweeperOptions>().Bind(configuration.GetSection("Due"));
        services.AddOptions<LogWriterOptions>().Bind(configuration.GetSection("Log"));
        services.AddSingleton<StorageRetry>();
        services.AddSingleton<LogWriter>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<ConversationLists>();
        services.AddSingleton<ContextReader>();
        services.AddSingleton<SearchStore>();
        services.AddSingleton<WallReader>();
        services.AddSingleton<DueStore>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<RedactionStore>();
        services.AddHostedService<DueSweeper>();
        services.AddSingleton<TurnInstruments>();
        services.AddSingleton<TurnServices>();
        services.AddSingleton<HelpStore>();
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection("Webhooks"));
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookWorker>();
        services.AddOptions<DeskOptions>().Bind(configuration.GetSection("Desk"));
        services.AddSingleton<TotpSecrets>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<AgentStore>();
        services.AddSingleton<OfferStore>();
        services.AddSingleton<DeskStore>();
        services.AddSingleton<DeskBook>();
        services.AddSingleton<WorkbenchStore>();
        services.AddSingleton<DeskRound>();
        services.AddSingleton<DeskSignal>();
        services.AddSingleton<StaffFeedReader>();
        services.AddHostedService<DeskSweeper>();
        return services.AddKnowledge(configuration).AddModels(configuration);
    }
}
