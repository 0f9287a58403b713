using System.Collections.Concurrent;
using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Help;
using SupportPlatform.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;

namespace SupportPlatform.Fakes;

/// <summary>Grains in memory. The store <c>demo</c> exists.</summary>
internal sealed class FakeGrains : ISupportGrains
{
    private readonly ConcurrentDictionary<ConversationKey, FakeConversation> _conversations = new();
    private readonly ConcurrentDictionary<ConversationKey, FakeAttachments> _attachments = new();
    private readonly ConcurrentDictionary<string, FakeStore> _stores = new();
    private readonly FakeKnowledge _knowledge = new();

    public FakeGrains() => FakeStore("demo").Profile = new StoreProfile
    {
        Settings = new StoreSettings
        {
            Name = "Demo",
            AssistantName = "Kes",
            Greeting = "Hello",
            StarterQuestions = ["Where is my order?"],
            AllowedOrigins = ["https://shop.example"],
        },
        VisitorKeys = [SupportPlatform.Fakes.FakeStore.NewKey()],
    };

    public FakeConversation FakeConversation(ConversationKey key) => _conversations.GetOrAdd(key, k => new FakeConversation(k));

    public FakeConversation FakeConversation(string publicId) =>
        ConversationKey.TryParsePublic(publicId, out var key) ? FakeConversation(key) : throw new FormatException(publicId);

    public FakeStore FakeStore(string store) => _stores.GetOrAdd(store, _ => new FakeStore());

    public IConversationGrain Conversation(ConversationKey key) => FakeConversation(key);

    public FakeConversations FakeLists { get; } = new();

    public IConversationsGrain Conversations(string store) => FakeLists;

    public FakeAttachments FakeAttachments(ConversationKey key) =>
        _attachments.GetOrAdd(key, k => new FakeAttachments(FakeConversation(k)));

    public IAttachmentsGrain Attachments(ConversationKey key) => FakeAttachments(key);

    public FakeAgents FakeAgents => field ??= new FakeAgents(this);

    public IAgentGrain Agent(string key) => FakeAgents.Agent(key);

    public IAgentsGrain Agents(string store) => FakeAgents;

    public FakeDesk FakeDesk { get; } = new();

    public IDesksGrain Desks(string store) => FakeDesk;

    public IDeskGrain Desk(string key) => FakeDesk;

    public FakeStaffFeed FakeFeed { get; } = new();

    public IStaffFeedGrain StaffFeed(string store) => FakeFeed;

    public IStoreGrain Store(string store) => FakeStore(store);

    public IKnowledgeGrain Knowledge(string store) => _knowledge;

    public FakeSources FakeSources { get; } = new();

    public ISourcesGrain Sources(string store) => FakeSources;

    public FakeFaqs FakeFaqs { get; } = new();

    public IFaqsGrain Faqs(string store) => FakeFaqs;

    public FakeTranscription FakeTranscription { get; } = new();

    public ITranscriptionGrain Transcription(string store) => FakeTranscription;

    public FakeHelpCentre FakeHelp { get; } = new();

    public IHelpCentreGrain HelpCentre(string store) => FakeHelp;

    public FakeArticles FakeArticles { get; } = new();

    public IArticlesGrain Articles(string store) => FakeArticles;

    public FakeInstructions FakeInstructions { get; } = new();

    public IInstructionsGrain Instructions(string store) => FakeInstructions;

    public FakeLearning FakeLearning { get; } = new();

    public IGapsGrain Gaps(string store) => FakeLearning;

    public IProposalsGrain Proposals(string store) => FakeLearning;

    public FakeAccounts FakeAccounts { get; } = new();

    public IAccountsGrain Accounts() => FakeAccounts;

    public ISessionsGrain Sessions() => FakeAccounts;

    public IInvitationsGrain Invitations() => FakeAccounts;

    public FakeCockpit FakeCockpit { get; } = new();

    public ICockpitGrain Cockpit(ConversationKey key) => FakeCockpit;

    public ICopilotGrain Copilot(string store) => new FakeCopilot();

    public FakeSearch FakeSearch { get; } = new();

    public IConversationSearchGrain ConversationSearch(string store) => FakeSearch;

    public IServiceLevelsGrain ServiceLevels(string store) => FakeSearch;

    public FakeWorkbench FakeWorkbench { get; } = new();

    public IWorkbenchGrain Workbench(string store) => FakeWorkbench;

    public IWebhooksGrain Webhooks(string store) => new FakeWebhooks();

    public IConversationExportGrain ConversationExport(string store) => FakeSearch;
}
