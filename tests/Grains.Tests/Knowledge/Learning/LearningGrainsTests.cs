using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Learning;

/// <summary>From what was said in conversations of a running silo to what answers use.</summary>
[Collection(SiloCollection.Name)]
public sealed class LearningGrainsTests(SiloFixture silo)
{
    [Fact]
    public async Task Gap_FromAskingToPublishing_IsOneCallEach()
    {
        var naming = silo.NewStore();
        var store = await naming;
        silo.Assistant.For(store, (_, _) => Results(ScriptedAssistant.Result("I can offer you a person.", Outcomes.Handoff)));
        var conversation = await Ask(store, "Do you sell gift cards?");
        var gaps = silo.Grains.GetGrain<IGapsGrain>(store);
        CallerContext.Current = Caller.Administrator;
        var gap = await Until(async () => (await gaps.List(new ListClusters { Status = GapStatuses.Open })).Items.FirstOrDefault());

        var draft = await gaps.Draft(gap.Id);
        var again = await gaps.Draft(gap.Id);
        Assert.Equal(("Do you sell gift cards?", "", SourceStates.Draft, "en", 1L), (draft.Question, draft.Answer, draft.State, draft.Locale, again.Revision));
        Assert.Equal([conversation], gap.Conversations.ToArray());
        Assert.Empty(await Found(store));
        var drafted = Assert.Single((await gaps.List(new ListClusters { Status = GapStatuses.Open })).Items);
        Assert.Equal((gap.Id, gap.Id), (drafted.Id, drafted.FaqId));

        var faqs = silo.Grains.GetGrain<IFaqsGrain>(store);
        var refused = await Assert.ThrowsAsync<SupportException>(() => faqs.Put(new FaqEntry { Id = gap.Id, Question = draft.Question, Answer = "" }));
        await faqs.Put(new FaqEntry { Id = gap.Id, Question = draft.Question, Answer = "Yes, from 10 € on." });
        Assert.Equal(ProblemCodes.InvalidRequest, refused.Code);
        Assert.Empty((await gaps.List(new ListClusters { Status = GapStatuses.Open })).Items);
        Assert.Equal(gap.Id, Assert.Single((await gaps.List(new ListClusters { Status = GapStatuses.Resolved })).Items).Id);
        Assert.Equal([gap.Id], await Found(store));
    }

    [Fact]
    public async Task Draft_WhereAnAgentAnswered_HasThatAnswer()
    {
        var naming = silo.NewStore();
        var store = await naming;
        await using var node = Node();
        var (log, _) = await node.Ask(store, "Do you sell gift cards?");
        await node.Reply(log, "Yes, we sell gift cards from 10 € on. Call me on +44 20 7946 0958.");
        var gaps = silo.Grains.GetGrain<IGapsGrain>(store);
        var proposals = silo.Grains.GetGrain<IProposalsGrain>(store);
        var gap = await Until(async () => (await gaps.List(new ListClusters())).Items.FirstOrDefault());
        var proposal = await Until(async () => (await proposals.List(new ListClusters())).Items.FirstOrDefault());

        Assert.Equal("Yes, we sell gift cards from 10 € on. Call me on [phone].", (await gaps.Draft(gap.Id)).Answer);
        Assert.Equal((ProposalKinds.New, "Do you sell gift cards?", 0.5), (proposal.Kind, proposal.Question, proposal.Confidence));
    }

    [Fact]
    public async Task Publish_FiveTimesAtOnce_MakesOneEntryThatAnswersUse()
    {
        var naming = silo.NewStore();
        var store = await naming;
        silo.Assistant.For(store, (_, _) => Results(ScriptedAssistant.Result("Yes, we sell gift cards from 10 € on.")));
        await Ask(store, "Do you sell gift cards?", score: 5);
        CallerContext.Current = Caller.Administrator;
        var proposals = silo.Grains.GetGrain<IProposalsGrain>(store);
        var proposal = await Until(async () => (await proposals.List(new ListClusters { Status = ProposalStatuses.Open })).Items.FirstOrDefault());
        Assert.Empty(await Found(store));

        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => proposals.Publish(proposal.Id, new PublishProposal { Category = $"c{i}" })));

        Assert.Single(made.Select(m => (m.Id, m.Category, m.Revision)).Distinct());
        Assert.Equal([proposal.Id], await Found(store));
        Assert.Equal(proposal.Id, Assert.Single((await proposals.List(new ListClusters { Status = ProposalStatuses.Published })).Items).FaqId);
        Assert.Empty((await proposals.List(new ListClusters { Status = ProposalStatuses.Open })).Items);
    }

    [Fact]
    public async Task Publish_TwoOfOneEntryAtOnce_KeepsBothWordings()
    {
        var naming = silo.NewStore();
        var store = await naming;
        var faqs = silo.Grains.GetGrain<IFaqsGrain>(store);
        await faqs.Put(new FaqEntry { Id = "cards", Question = "Do you sell gift cards?", Variants = ["Can I buy a voucher?"], Answer = "Yes, we sell gift cards from 10 € on." });
        await faqs.Put(new FaqEntry { Id = "parking", Question = "Where do I park?", Answer = "Behind the shop." });
        await using var node = Node();
        foreach (var question in new[] { "Do you sell any cards for birthdays?", "Can I buy vouchers from you online?" })
        {
            var (log, answer) = await node.Ask(store, question, Outcomes.Answered, "Yes, we sell gift cards from 10 € on.");
            await node.Rate(log, answer, 5);
        }

        var proposals = silo.Grains.GetGrain<IProposalsGrain>(store);
        var both = await Until(async () => (await proposals.List(new ListClusters { Status = ProposalStatuses.Open })).Items is { Length: 2 } two ? two.ToArray() : null);
        await Task.WhenAll(both.Select(p => proposals.Publish(p.Id, new PublishProposal())));

        Assert.All(both, p => Assert.Equal((ProposalKinds.Variant, "cards"), (p.Kind, p.FaqId)));
        Assert.Equal(
            ["Can I buy a voucher?", "Can I buy vouchers from you online?", "Do you sell any cards for birthdays?"],
            (await faqs.Get("cards")).Variants.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Learning_ForOthersThanAdministrators_IsRefused()
    {
        var naming = silo.NewStore();
        var store = await naming;
        CallerContext.Current = Caller.Visitor(store, "c");

        await Refused(ProblemCodes.AccessDenied, () => silo.Grains.GetGrain<IGapsGrain>(store).List(new ListClusters()));
        await Refused(ProblemCodes.AccessDenied, () => silo.Grains.GetGrain<IProposalsGrain>(store).Publish("p", new PublishProposal()));
        CallerContext.Current = Caller.Administrator;
        await Refused(ProblemCodes.GapNotFound, () => silo.Grains.GetGrain<IGapsGrain>(store).Draft("gap-x"));
        await Refused(ProblemCodes.ProposalNotFound, () => silo.Grains.GetGrain<IProposalsGrain>(store).Dismiss("p"));
    }

    private static async Task Refused(string code, Func<Task> call) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<SupportException>(call)).Code);

    private static async Task<T> Until<T>(Func<Task<T?>> read)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (await read() is { } found) return found;
        }
    }

    private static async IAsyncEnumerable<SupportPlatform.Models.TurnUpdate> Results(SupportPlatform.Models.TurnResult result)
    {
        await Task.CompletedTask;
        yield return new SupportPlatform.Models.TurnFinished(result);
    }

    // Writes logs as the silo does, with what the conversations here do not do yet.
    private LearningNode Node() => new(silo.Silo.Services.GetRequiredService<NpgsqlDataSource>(), new FakeTimeProvider(DateTimeOffset.UtcNow));

    private async Task<string> Ask(string store, string question, int? score = null)
    {
        var grain = await silo.NewConversation(store);
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        await grain.Post(new PostMessage { ClientMessageId = "1", Text = question });
        var follower = new Follower(grain);
        await follower.UntilAnswers(1);
        if (score is { } given) await grain.Rate(new RateAnswer { MessageId = follower.Messages.Last().MessageId, Score = given });
        return (await grain.GetView()).ConversationId;
    }

    private async Task<IEnumerable<string>> Found(string store) =>
        (await silo.Grains.GetGrain<IKnowledgeGrain>(store).Search(new SearchQuery { Query = "gift cards" })).Hits.Select(h => h.Source);
}
