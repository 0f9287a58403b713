using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class CockpitTests(SiloFixture silo)
{
    [Fact]
    public async Task Follow_AsStaff_GetsTheBriefWhenItChanges()
    {
        var cockpit = await Cockpit.Begin(silo, approvalSeconds: null);
        await cockpit.Ask("Where is my order #W4923227?");
        CallerContext.Current = cockpit.Ada;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var frame in cockpit.Customer.Follow(0, Audience.Staff, timeout.Token))
        {
            if (frame.Brief?.Facts.Any(f => f.Value == "#W4923227") == true) break;
        }

        var brief = await cockpit.AsStaff(() => cockpit.Staff.GetBrief());
        Assert.Contains(brief.Facts, f => f.Label == "order");
        var refused = await Assert.ThrowsAsync<SupportException>(() => cockpit.AsCustomer(() => cockpit.Staff.GetBrief()));
        Assert.Equal(ProblemCodes.AccessDenied, refused.Code);
    }

    [Fact]
    public async Task Suggest_WithWhatIsForStaffAlone_MarksIt()
    {
        var cockpit = await Cockpit.Begin(silo, approvalSeconds: null, script: Offers);
        CallerContext.Current = Caller.Administrator;
        var faqs = silo.Grains.GetGrain<IFaqsGrain>(cockpit.Store);
        await faqs.Put(new FaqEntry { Id = "repair", Question = "How much does a repair of the grinder cost?", Answer = "A repair of the grinder costs 40 €.", Audience = Audiences.Staff });
        await silo.Grains.GetGrain<IKnowledgeGrain>(cockpit.Store).Search(new SearchQuery { Query = "repair", K = 1 });
        await cockpit.Ask("How much does a repair of the grinder cost?");
        CallerContext.Current = cockpit.Ada;
        await new Follower(cockpit.Customer, Audience.Staff).UntilAnswers(1);
        var copilot = silo.Grains.GetGrain<ICopilotGrain>(cockpit.Store);
        var replies = await cockpit.AsStaff(() => copilot.Suggest(cockpit.Key));
        var reply = Assert.Single(replies);
        Assert.Contains("40 €", reply.Text, StringComparison.Ordinal);
        Assert.Equal(reply.Citations.Select(c => c.N), reply.StaffOnly);
        var refused = await Assert.ThrowsAsync<SupportException>(() => cockpit.AsCustomer(() => copilot.Suggest(cockpit.Key)));
        Assert.Equal(ProblemCodes.AccessDenied, refused.Code);
    }

    [Fact]
    public async Task Copilot_WithTheBuiltinModel_SaysWhatItCannotDo()
    {
        var cockpit = await Cockpit.Begin(silo, approvalSeconds: null);
        var copilot = silo.Grains.GetGrain<ICopilotGrain>(cockpit.Store);
        var can = await cockpit.AsStaff(() => copilot.GetAbilities());
        Assert.Equal("shorter grammar", string.Join(" ", can.Rewrites));
        Assert.False(can.Translations);
        var formal = await Assert.ThrowsAsync<SupportException>(() => cockpit.AsStaff(() => copilot.Rewrite(new RewriteText { Text = "hi", Style = RewriteStyles.Formal })));
        var german = await Assert.ThrowsAsync<SupportException>(() => cockpit.AsStaff(() =>
            copilot.Translate(new TranslateMessages { Conversation = cockpit.Key, Seqs = [2], Locale = "de" })));
        Assert.Equal((ProblemCodes.ModelNeeded, ProblemCodes.ModelNeeded), (formal.Code, german.Code));
        Assert.Equal("It is the one.", await cockpit.AsStaff(() => copilot.Rewrite(new RewriteText { Text = "it  is the the one", Style = RewriteStyles.Grammar })));
        await cockpit.Ask("Where is my parcel?");
        Assert.Equal("Where is my parcel?", await cockpit.AsStaff(() => copilot.Summarize(cockpit.Key)));
    }

    [Fact]
    public async Task Suggest_ForAnotherStoresConversation_IsRefused()
    {
        var cockpit = await Cockpit.Begin(silo, approvalSeconds: null);
        var other = await Cockpit.Begin(silo, approvalSeconds: null);
        var refused = await Assert.ThrowsAsync<SupportException>(() => cockpit.AsStaff(() =>
            silo.Grains.GetGrain<ICopilotGrain>(cockpit.Store).Suggest(other.Key)));
        Assert.Equal(ProblemCodes.WrongStore, refused.Code);
    }

    private static async IAsyncEnumerable<TurnUpdate> Offers(TurnInput input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return new TurnFinished(ScriptedAssistant.Result("A person?", Outcomes.Handoff));
    }
}
