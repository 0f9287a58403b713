using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Help;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Hosting;

/// <summary>The grains of the engine that runs in this process.</summary>
internal sealed class SupportGrains(IGrainFactory grains) : ISupportGrains
{
    /// <inheritdoc/>
    public IConversationGrain Conversation(ConversationKey key) => grains.GetGrain<IConversationGrain>(key.GrainKey);

    /// <inheritdoc/>
    public IConversationsGrain Conversations(string store) => grains.GetGrain<IConversationsGrain>(store);

    /// <inheritdoc/>
    public IAttachmentsGrain Attachments(ConversationKey key) => grains.GetGrain<IAttachmentsGrain>(key.GrainKey);

    /// <inheritdoc/>
    public IAgentGrain Agent(string key) => grains.GetGrain<IAgentGrain>(key);

    /// <inheritdoc/>
    public IAgentsGrain Agents(string store) => grains.GetGrain<IAgentsGrain>(store);

    /// <inheritdoc/>
    public IDeskGrain Desk(string key) => grains.GetGrain<IDeskGrain>(key);

    /// <inheritdoc/>
    public IDesksGrain Desks(string store) => grains.GetGrain<IDesksGrain>(store);

    /// <inheritdoc/>
    public IStaffFeedGrain StaffFeed(string store) => grains.GetGrain<IStaffFeedGrain>(store);

    /// <inheritdoc/>
    public IStoreGrain Store(string store) => grains.GetGrain<IStoreGrain>(store);

    /// <inheritdoc/>
    public IKnowledgeGrain Knowledge(string store) => grains.GetGrain<IKnowledgeGrain>(store);

    /// <inheritdoc/>
    public ISourcesGrain Sources(string store) => grains.GetGrain<ISourcesGrain>(store);

    /// <inheritdoc/>
    public IFaqsGrain Faqs(string store) => grains.GetGrain<IFaqsGrain>(store);

    /// <inheritdoc/>
    public ITranscriptionGrain Transcription(string store) => grains.GetGrain<ITranscriptionGrain>(store);

    /// <inheritdoc/>
    public IHelpCentreGrain HelpCentre(string store) => grains.GetGrain<IHelpCentreGrain>(store);

    /// <inheritdoc/>
    public IArticlesGrain Articles(string store) => grains.GetGrain<IArticlesGrain>(store);

    /// <inheritdoc/>
    public IInstructionsGrain Instructions(string store) => grains.GetGrain<IInstructionsGrain>(store);

    /// <inheritdoc/>
    public IGapsGrain Gaps(string store) => grains.GetGrain<IGapsGrain>(store);

    /// <inheritdoc/>
    public IProposalsGrain Proposals(string store) => grains.GetGrain<IProposalsGrain>(store);

    /// <inheritdoc/>
    public IAccountsGrain Accounts() => grains.GetGrain<IAccountsGrain>(PlatformKey.Accounts);

    /// <inheritdoc/>
    public ISessionsGrain Sessions() => grains.GetGrain<ISessionsGrain>(PlatformKey.Sessions);

    /// <inheritdoc/>
    public IInvitationsGrain Invitations() => grains.GetGrain<IInvitationsGrain>(PlatformKey.Invitations);

    /// <inheritdoc/>
    public ICockpitGrain Cockpit(ConversationKey key) => grains.GetGrain<ICockpitGrain>(key.GrainKey);

    /// <inheritdoc/>
    public ICopilotGrain Copilot(string store) => grains.GetGrain<ICopilotGrain>(store);

    /// <inheritdoc/>
    public IConversationSearchGrain ConversationSearch(string store) => grains.GetGrain<IConversationSearchGrain>(store);

    /// <inheritdoc/>
    public IServiceLevelsGrain ServiceLevels(string store) => grains.GetGrain<IServiceLevelsGrain>(store);

    /// <inheritdoc/>
    public IWorkbenchGrain Workbench(string store) => grains.GetGrain<IWorkbenchGrain>(store);

    /// <inheritdoc/>
    public IWebhooksGrain Webhooks(string store) => grains.GetGrain<IWebhooksGrain>(store);

    /// <inheritdoc/>
    public IConversationExportGrain ConversationExport(string store) => grains.GetGrain<IConversationExportGrain>(store);
}
