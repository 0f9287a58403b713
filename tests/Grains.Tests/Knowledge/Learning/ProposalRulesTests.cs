using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Learning;

public sealed class ProposalRulesTests
{
    private const string Days = "You can return it within thirty days, unused.";

    [Fact]
    public void Of_OneAnswerOfAPerson_IsProposedWithAHalf()
    {
        var proposal = ProposalRules.Of(Cluster(Turn("Can I return it?", Days)))!;

        Assert.Equal(("Can I return it?", Days, 0.5), (proposal.Question, proposal.Answer, proposal.Confidence));
    }

    [Fact]
    public void Of_SeveralThatAgree_IsSurerAndKeepsTheWordings()
    {
        var proposal = ProposalRules.Of(Cluster(
            Turn("Can I return it?", Days), Turn("Can I return it?", Days), Turn("Is it possible to return it?", Days, rating: 5),
            Turn("Can I return it?", "We open at nine on weekdays.")))!;

        Assert.Equal(Days, proposal.Answer);
        Assert.Equal(["Can I return it?"], proposal.Variants.ToArray());

        // The last disagrees and says nothing; the questions of the other two share one term of three: 1 − 0.3 × (1 − 0.5 × 5/6)².
        Assert.Equal(0.898, proposal.Confidence);
    }

    [Fact]
    public void Of_RatingAndRole_Count()
    {
        double Confidence(string role, int? rating) => ProposalRules.Of(Cluster(Turn("Can I return it?", Days, role, rating)))!.Confidence;

        Assert.Equal(
            [0.5, 0.6, 0.7, 0.5, 0.6],
            [Confidence("agent", 3), Confidence("agent", 4), Confidence("agent", 5), Confidence("assistant", 4), Confidence("assistant", 5)]);
    }

    [Fact]
    public void Of_AnswersWithoutText_IsNothing() => Assert.Null(ProposalRules.Of(Cluster(Turn("Can I return it?", ""))));

    [Theory]
    [InlineData("Do you ship to Norway?", "Yes, within five days by parcel.", ProposalKinds.New, null)]
    [InlineData("Is a return something that I have long for?", "Returns are possible within thirty days.", ProposalKinds.Variant, "returns")]
    [InlineData("How long are returns possible?", "Only on Mondays, at the desk in town.", ProposalKinds.Change, "returns")]
    [InlineData("How long are returns possible?", "Returns are possible within thirty days.", null, null)]
    public void Target_ByWhatTheStoreHas_IsNewVariantChangeOrNothing(string question, string answer, string? kind, string? faq)
    {
        var knowledge = new KnowledgeSnapshot(
        [
            FaqReader.Read("returns", "How long are returns possible?", ["Until when can I return something?"], "Returns are possible within thirty days."),
            FaqReader.Read("weight", "How heavy is the lamp?", [], "It weighs 900 g."),
        ]);
        var target = ProposalRules.Target(new Proposal(question, [], answer, "en", 1), knowledge);

        Assert.Equal((kind, faq), (target?.Kind, target?.FaqId));
    }

    [Fact]
    public void Publish_ChangedEntry_KeepsItsQuestionAndAddsTheWordings()
    {
        var entry = new FaqView
        {
            Id = "returns",
            Question = "How long are returns possible?",
            Variants = ["Until when?"],
            Answer = "Two weeks.",
            Category = "Orders",
            Locale = "en",
            Revision = 1,
            Answers = 0,
            UpdatedAt = default,
        };
        var proposal = new Proposal("Can I return it?", ["UNTIL WHEN?"], Days, "de", 1);
        var changed = ProposalRules.Publish("p", proposal, new ProposalTarget(ProposalKinds.Change, "returns"), entry, new PublishProposal());
        var variant = ProposalRules.Publish("p", proposal, new ProposalTarget(ProposalKinds.Variant, "returns"), entry, new PublishProposal());
        var made = ProposalRules.Publish("p", proposal, new ProposalTarget(ProposalKinds.New, null), null, new PublishProposal { Question = "Returns?", Category = "Orders" });

        Assert.Equal(("returns", "How long are returns possible?", Days, "Orders"), (changed.Id, changed.Question, changed.Answer, changed.Category));
        Assert.Equal(["Until when?", "Can I return it?"], changed.Variants.ToArray());
        Assert.Equal("Two weeks.", variant.Answer);
        Assert.Equal(("p", "Returns?", Days, "Orders", "de"), (made.Id, made.Question, made.Answer, made.Category, made.Locale));
        Assert.Equal(["Can I return it?", "UNTIL WHEN?"], made.Variants.ToArray());
    }

    private static ClusteredTurn Turn(string question, string answer, string role = MessageRole.Agent, int? rating = null) =>
        new("s/1", 1, role, question, answer, "en", rating);

    private static QuestionCluster Cluster(params ClusteredTurn[] turns) => new("p", ClusterStates.Open, null, turns.Length, default, default, [.. turns]);
}
