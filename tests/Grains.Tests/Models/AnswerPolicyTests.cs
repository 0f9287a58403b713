using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class AnswerPolicyTests
{
    [Theory]
    [InlineData(0.9, 0, 0, nameof(Decision.Answer))]
    [InlineData(AnswerPolicy.Answers, 0, 0, nameof(Decision.Answer))]
    [InlineData(AnswerPolicy.Unclear, 0, 0, nameof(Decision.AskMore))]
    [InlineData(0.1, 0, 0, nameof(Decision.OfferPerson))]
    [InlineData(0, 0, 0, nameof(Decision.OfferPerson))]
    [InlineData(0.9, 2, 0, nameof(Decision.AskWhich))]
    [InlineData(0.9, 2, 2, nameof(Decision.StillStuck))]
    [InlineData(AnswerPolicy.Unclear, 0, 2, nameof(Decision.StillStuck))]
    [InlineData(0.1, 0, 2, nameof(Decision.StillStuck))]
    [InlineData(0.9, 0, 5, nameof(Decision.Answer))]
    public void Decide_Coverage_LeadsTo(double coverage, int rivals, int unanswered, string decision) =>
        Assert.Equal(decision, AnswerPolicy.Decide(new TurnSignals
        {
            Coverage = coverage,
            Rivals = [.. Enumerable.Range(0, rivals).Select(i => $"r{i}")],
            UnansweredTurns = unanswered,
        }).ToString());

    [Fact]
    public void Decide_AnswerFromEverywhere_AsksMore() =>
        Assert.Equal(Decision.AskMore, AnswerPolicy.Decide(new TurnSignals { Coverage = 0.55, IsScattered = true }));

    [Fact]
    public void Decide_WishForAPerson_ComesBeforeAll() =>
        Assert.Equal(Decision.WantsPerson, AnswerPolicy.Decide(new TurnSignals { WantsPerson = true, SmallTalk = Phrases.Greeting, Coverage = 1 }));

    [Fact]
    public void Decide_SmallTalk_IsAnsweredEvenAfterDeadEnds() =>
        Assert.Equal(Decision.SmallTalk, AnswerPolicy.Decide(new TurnSignals { SmallTalk = Phrases.Welcome, UnansweredTurns = 3 }));
}
