using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Help;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Hosting;

/// <summary>The grains that the front end calls.</summary>
internal interface ISupportGrains
{
    /// <summary>A conversation.</summary>
    IConversationGrain Conversation(ConversationKey key);

    /// <summary>A store's lists of conversations.</summary>
    IConversationsGrain Conversations(string store);

    /// <summary>A conversation's attachments.</summary>
    IAttachmentsGrain Attachments(ConversationKey key);

    /// <summary>A human agent, by <see cref="AgentKey"/>.</summary>
    IAgentGrain Agent(string key);

    /// <summary>A store's lists of agents.</summary>
    IAgentsGrain Agents(string store);

    /// <summary>A desk, by <see cref="DeskKey"/>.</summary>
    IDeskGrain Desk(string key);

    /// <summary>A store's desks.</summary>
    IDesksGrain Desks(string store);

    /// <summary>What a store's staff see.</summary>
    IStaffFeedGrain StaffFeed(string store);

    /// <summary>A store.</summary>
    IStoreGrain Store(string store);

    /// <summary>A store's knowledge.</summary>
    IKnowledgeGrain Knowledge(string store);

    /// <summary>The administration of a store's sources.</summary>
    ISourcesGrain Sources(string store);

    /// <summary>The administration of a store's questions with their answers.</summary>
    IFaqsGrain Faqs(string store);

    /// <summary>Speech to text for a store.</summary>
    ITranscriptionGrain Transcription(string store);

    /// <summary>What a store publishes.</summary>
    IHelpCentreGrain HelpCentre(string store);

    /// <summary>The administration of a store's articles.</summary>
    IArticlesGrain Articles(string store);

    /// <summary>The administration of a store's instructions.</summary>
    IInstructionsGrain Instructions(string store);

    /// <summary>What a store's knowledge does not answer.</summary>
    IGapsGrain Gaps(string store);

    /// <summary>What a store could publish.</summary>
    IProposalsGrain Proposals(string store);

    /// <summary>People's accounts.</summary>
    IAccountsGrain Accounts();

    /// <summary>The sessions of accounts.</summary>
    ISessionsGrain Sessions();

    /// <summary>The invitations.</summary>
    IInvitationsGrain Invitations();

    /// <summary>What staff do to a conversation's assistant.</summary>
    ICockpitGrain Cockpit(ConversationKey key);

    /// <summary>What helps a store's staff to write.</summary>
    ICopilotGrain Copilot(string store);

    /// <summary>The search over a store's conversations.</summary>
    IConversationSearchGrain ConversationSearch(string store);

    /// <summary>How fast a store's people are.</summary>
    IServiceLevelsGrain ServiceLevels(string store);

    /// <summary>What a store's people keep for their work.</summary>
    IWorkbenchGrain Workbench(string store);

    /// <summary>A store's webhooks.</summary>
    IWebhooksGrain Webhooks(string store);

    /// <summary>A store's log, to take away.</summary>
    IConversationExportGrain ConversationExport(string store);
}
