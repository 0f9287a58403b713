using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Learning;

public sealed class GapTests : IAsyncLifetime
{
    private readonly DatabaseFixture _database = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private LearningNode _node = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _node = new LearningNode(_database.DataSource, _time);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Run_QuestionsWithoutAnswer_AreCountedByWhatTheyMean()
    {
        foreach (var question in new[] { "Do you sell gift cards?", "Where do I park at the shop?", "Can I buy a gift card?", "are gift cards sold here" })
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await _node.Ask("s", question);
            await _node.Run();
        }

        Assert.Equal([("Do you sell gift cards?", 3L, "open"), ("Where do I park at the shop?", 1L, "open")], await _node.Gaps("s"));
        Assert.Empty(await _node.Gaps("other"));
    }

    [Fact]
    public async Task Run_AllAtOnceOrOneByOne_MakesTheSameGaps()
    {
        var questions = new[] { "Do you sell gift cards?", "Where do I park?", "Can I buy a gift card?", "Is there parking at the shop?", "Do you ship to Norway?" };
        foreach (var (store, each) in new[] { ("one", true), ("two", false) })
        {
            foreach (var question in questions)
            {
                _time.Advance(TimeSpan.FromMinutes(1));
                await _node.Ask(store, question);
                if (each) await _node.Run();
            }

            await _node.Run();
        }

        Assert.Equal(await _node.Gaps("one"), await _node.Gaps("two"));
    }

    [Theory]
    [InlineData("Hello!", Outcomes.Handoff)]
    [InlineData("Thanks, bye", Outcomes.Handoff)]
    [InlineData("I want to talk to a person", Outcomes.Handoff)]
    [InlineData("yes please", Outcomes.Handoff)]
    [InlineData("How heavy is the lamp?", Outcomes.Answered)]
    [InlineData("How heavy is the lamp?", FinishedTurn.Failed)]
    public async Task Run_NothingThatWantsKnowledge_IsNoGap(string question, string outcome)
    {
        await _node.Ask("s", question, outcome);
        _time.Advance(TimeSpan.FromHours(1));
        await _node.Run();

        Assert.Empty(await _node.Gaps("s"));
    }

    [Fact]
    public async Task Run_QuestionBack_IsAGapOnlyIfNoAnswerFollowed()
    {
        var (answered, _) = await _node.Ask("s", "How heavy is it?", Outcomes.Clarify, "Which one?");
        await _node.Ask("s", "Do you ship to Norway?", Outcomes.Clarify, "What do you want to know?");
        await _node.Run();
        Assert.Empty(await _node.Gaps("s"));
        await _node.Ask(answered, "The lamp", Outcomes.Answered, "It weighs 900 g.");
        _time.Advance(LearningRules.Patience);
        await _node.Run();

        Assert.Equal([("Do you ship to Norway?", 1L, "open")], await _node.Gaps("s"));
    }

    [Fact]
    public async Task Run_RatedAnswer_IsAGapForAsLongAsTheRatingIsBad()
    {
        var (log, answer) = await _node.Ask("s", "How heavy is the lamp?", Outcomes.Answered, "It is blue and round.");
        await _node.Rate(log, answer, 1);
        await _node.Run();
        var bad = await _node.Gaps("s");
        await _node.Rate(log, answer, 5);
        await _node.Run();

        Assert.Equal([("How heavy is the lamp?", 1L, "open")], bad);
        Assert.Empty(await _node.Gaps("s"));
        Assert.Single(await _node.List("s", ClusterKinds.Proposal));
    }

    [Fact]
    public async Task Run_GapThatWasDecided_TakesMoreOrBeginsAnew()
    {
        await _node.Ask("s", "Do you sell gift cards?");
        await _node.Ask("s", "Where do I park at the shop?");
        await _node.Run();
        var all = (await _node.Clusters.List("s", ClusterKinds.Gap, null, new ListClusters(), default)).Items;
        var cards = all.Single(g => g.Turns[0].Question.Contains("cards", StringComparison.Ordinal)).Id;
        var parking = all.Single(g => g.Id != cards).Id;
        await _node.Clusters.Decide("s", ClusterKinds.Gap, cards, ClusterStates.Dismissed, null, default);
        await _node.Execute($"INSERT INTO knowledge_sources (store, kind, id, name, title, status, created_at, updated_at) VALUES ('s', 'faq', '{parking}', 'p', 'p', 'ready', now(), now())");
        _time.Advance(TimeSpan.FromMinutes(1));
        await _node.Ask("s", "Are gift cards sold?");
        await _node.Ask("s", "Where can I park?");
        await _node.Run();

        Assert.Equal(
            [("Do you sell gift cards?", 2L, "dismissed"), ("Where can I park?", 1L, "open"), ("Where do I park at the shop?", 1L, "published")],
            (await _node.Gaps("s")).OrderBy(g => g.Question, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_ByTwoSilosAtOnce_PutsEachQuestionIntoOneGap()
    {
        for (var i = 0; i < 120; i++) await _node.Ask("s", i % 2 == 0 ? "Do you sell gift cards?" : "Where do I park at the shop?");
        await _node.Projector.Run(default);
        await using var another = new LearningNode(_database.DataSource, _time);
        await Task.WhenAll(_node.Sorter.Run(default), another.Sorter.Run(default));
        await _node.Sorter.Run(default);

        Assert.Equal([60L, 60L], (await _node.Gaps("s")).Select(g => g.Count));
    }

    [Fact]
    public async Task List_ByPages_HasEachOnce()
    {
        foreach (var (question, times) in new[] { ("Do you sell gift cards?", 3), ("Where do I park?", 2), ("Do you ship to Norway?", 2), ("Is the lamp dimmable?", 1) })
            for (var i = 0; i < times; i++) await _node.Ask("s", question);
        await _node.Run();
        var seen = new List<long>();
        string? after = null;
        do
        {
            var (items, next) = await _node.Clusters.List("s", ClusterKinds.Gap, ClusterStates.Open, new ListClusters { Limit = 2, After = after }, default);
            seen.AddRange(items.Select(i => i.Count));
            after = next;
        }
        while (after is not null);

        Assert.Equal([3L, 2L, 2L, 1L], seen);
        await Assert.ThrowsAsync<SupportException>(() => _node.Clusters.List("s", ClusterKinds.Gap, null, new ListClusters { After = "x" }, default));
    }
}
