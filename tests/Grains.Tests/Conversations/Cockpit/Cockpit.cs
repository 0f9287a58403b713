using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using static SupportPlatform.Grains.Tests.Hosting.Calls;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>A conversation with the agent Ada beside it.</summary>
internal sealed class Cockpit
{
    private readonly SiloFixture _silo;
    private readonly string _key;

    private Cockpit(SiloFixture silo, string store, string key) => (_silo, Store, _key) = (silo, store, key);

    public string Store { get; }

    public string Key => _key;

    public IConversationGrain Customer => _silo.Grains.GetGrain<IConversationGrain>(_key);

    public ICockpitGrain Staff => _silo.Grains.GetGrain<ICockpitGrain>(_key);

    /// <summary>A new store and conversation; answers wait for approval for so many seconds.</summary>
    public static async Task<Cockpit> Begin(SiloFixture silo, int? approvalSeconds = 300, ScriptedAssistant.Script? script = null)
    {
        var store = await silo.NewStore(new StoreSettings
        {
            Name = "A shop",
            Approval = approvalSeconds is { } seconds ? new ApprovalSettings { Required = true, Seconds = seconds } : null,
        });
        await silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, "ada")).Put(new AgentProfile { Name = "Ada" });
        if (script is not null) silo.Assistant.For(store, script);
        var grain = await silo.NewConversation(store);
        return new Cockpit(silo, store, grain.GetPrimaryKeyString());
    }

    public Task<PostReceipt> Ask(string text) => AsCustomer(() =>
        Customer.Post(new PostMessage { ClientMessageId = Guid.NewGuid().ToString("N"), Text = text }));

    public Task<bool> Approve(string draftId, string? text = null) =>
        AsStaff(() => Staff.ApproveDraft(new ApproveDraft { DraftId = draftId, AgentId = "ada", AgentName = "Ada", Text = text }));

    public Task<bool> Reject(string draftId, string? guidance = null) =>
        AsStaff(() => Staff.RejectDraft(new RejectDraft { DraftId = draftId, AgentId = "ada", AgentName = "Ada", Guidance = guidance }));

    public Task<PostReceipt> Whisper(string text, string id = "w-1") =>
        AsStaff(() => Staff.Whisper(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = id, Text = text }));

    /// <summary>Follows as staff until a draft waits, and returns its id.</summary>
    public async Task<string> UntilDraft(int count = 1)
    {
        CallerContext.Current = Ada;
        var staff = new Follower(Customer, Audience.Staff);
        await staff.Until(f => f.Events.Count(e => e.Type == EventTypes.DraftProposed) >= count);
        return Draft(staff.Events.Last(e => e.Type == EventTypes.DraftProposed));
    }

    public async Task<IReadOnlyList<LoggedEvent>> Events(Audience audience = Audience.Staff) =>
        (await AsStaff(() => Customer.GetEvents(0, 500, audience))).Events;

    public Task<T> AsStaff<T>(Func<Task<T>> call) => As(Ada, call);

    public Task<T> AsCustomer<T>(Func<Task<T>> call) => As(Caller.Visitor(Store, "contact-1"), call);

    public Caller Ada => Caller.Staff(Store, "ada", "Ada", AgentRole.Agent);

    public static string Draft(LoggedEvent e) =>
        System.Text.Json.JsonDocument.Parse(e.Data).RootElement.GetProperty("draftId").GetString()!;
}
