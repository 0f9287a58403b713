using System.Collections.Immutable;
using SupportPlatform.Conversations;
using SupportPlatform.Models;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations.Escalation;

public sealed class EscalationRulesTests
{
    private static readonly string[] Scraps =
        ["ridiculous", "!!", "third time", "HELLO THERE PLEASE", "refund", "🙄", "还是不", "hello", "\ud800", "", " ", "$1,000", "lawyer", "thanks"];

    [Theory]
    [InlineData("Can I talk to a person?", EscalationReasons.Asked, EscalationTypes.Other)]
    [InlineData("I was charged twice, let me speak to a manager", EscalationReasons.Asked, EscalationTypes.Billing)]
    [InlineData("This is ridiculous, still not working!", EscalationReasons.Frustration, EscalationTypes.Complaint)]
    [InlineData("The heater caught fire", EscalationReasons.Safety, EscalationTypes.Urgent)]
    [InlineData("You will hear from my lawyer", EscalationReasons.Legal, EscalationTypes.Complaint)]
    public void Find_Message_HasItsReasonAndType(string message, string reason, string type)
    {
        var found = EscalationRules.Find(Input(message), isAnswered: true);

        Assert.Equal((reason, type), (found?.Reason, found?.Type));
        Assert.False(string.IsNullOrWhiteSpace(found?.Evidence));
    }

    [Theory]
    [InlineData("How heavy is the lamp?")]
    [InlineData("It won't turn on. What can I do?")]
    [InlineData("Thank you, that is great!")]
    [InlineData("DO YOU SHIP TO NORWAY")]
    [InlineData("What is your refund policy?")]
    [InlineData("Is the GPS of the USB LED SOS kit any good?")]
    public void Find_OrdinaryMessage_IsNothing(string message) => Assert.Null(EscalationRules.Find(Input(message), isAnswered: true));

    [Fact]
    public void Find_SameQuestionAgainAndAgain_IsFrustration()
    {
        var asked = new HistoryMessage(MessageRole.Customer, "Where is my parcel from Oslo??");
        var found = EscalationRules.Find(Input("where is my parcel from oslo??") with { History = [asked, asked] }, isAnswered: true);

        Assert.Equal(EscalationReasons.Frustration, found?.Reason);
    }

    [Fact]
    public void Find_AngerBeforeAnAgentCame_IsDealtWith()
    {
        var history = ImmutableArray.Create(
            new HistoryMessage(MessageRole.Customer, "This is ridiculous, terrible, I demand a refund!"));
        var mild = Input("It is annoying that it still doesn't work");
        Assert.NotNull(EscalationRules.Find(mild with { History = history }, isAnswered: true));

        var helped = history.Add(new HistoryMessage(MessageRole.Agent, "I have sent you a new one."));
        Assert.Null(EscalationRules.Find(Input("It is annoying to wait") with { History = helped }, isAnswered: true));
    }

    [Fact]
    public void Find_ThreeTurnsWithoutAnAnswer_IsFailureUnlessAnswered()
    {
        var input = Input("And the colour?") with { UnansweredTurns = EscalationThresholds.FailedTurns };

        Assert.Equal(EscalationReasons.Failures, EscalationRules.Find(input, isAnswered: false)?.Reason);
        Assert.Null(EscalationRules.Find(input, isAnswered: true));
        Assert.Null(EscalationRules.Find(input with { UnansweredTurns = EscalationThresholds.FailedTurns - 1 }, isAnswered: false));
    }

    [Fact]
    public void Find_MoreQuestionsThanATurnAnswers_IsComplexityUnlessAnswered()
    {
        var input = Input("How big? How heavy? How old? How much? How loud? How hot?");

        Assert.Equal(EscalationReasons.Complexity, EscalationRules.Find(input, isAnswered: false)?.Reason);
        Assert.Null(EscalationRules.Find(input, isAnswered: true));
    }

    [Fact]
    public void Find_Vip_IsPolicyUntilAnAgentWasThere()
    {
        var settings = new EscalationSettings { VipContacts = ["v-1"], Desk = "gold" };
        var input = Input("How heavy is it?", settings) with { ContactId = "v-1" };

        Assert.Equal((EscalationReasons.Policy, "gold"), (EscalationRules.Find(input, true)?.Reason, EscalationRules.Find(input, true)?.Desk));
        Assert.Null(EscalationRules.Find(input with { ContactId = "v-2" }, isAnswered: true));
        Assert.Null(EscalationRules.Find(input with { History = [new(MessageRole.Agent, "Hello")] }, isAnswered: true));
    }

    [Theory]
    [InlineData("I want to rent 3 boats", true)]
    [InlineData("I have a rental car", false)]
    [InlineData("My order was 1.250,50 €", true)]
    [InlineData("My order was $1,250.50", true)]
    [InlineData("My order was $999.99", false)]
    [InlineData("My order number is 4000", false)]
    public void Find_StoreRule_HoldsForItsWordsAndValues(string message, bool holds)
    {
        var settings = new EscalationSettings { Rules = [new() { Words = ["rent"], Type = "sales", Desk = "rental" }, new() { ValueAbove = 1000 }] };
        var found = EscalationRules.Find(Input(message, settings), isAnswered: true);

        Assert.Equal(holds ? EscalationReasons.Policy : null, found?.Reason);
    }

    [Fact]
    public void Find_RuleOfTopicAndValue_NeedsBoth()
    {
        var settings = new EscalationSettings { Rules = [new() { Topic = EscalationTypes.Billing, ValueAbove = 100 }] };

        Assert.NotNull(EscalationRules.Find(Input("my invoice says 200 euros", settings), isAnswered: true));
        Assert.Null(EscalationRules.Find(Input("my invoice is late", settings), isAnswered: true));
        Assert.Null(EscalationRules.Find(Input("the lamp is 200 euros", settings), isAnswered: true));
    }

    [Fact]
    public void Of_AnyScraps_ScoresWithinBoundsAndEvidenceFits()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var messages = Enumerable.Range(0, random.Next(1, 5))
                .Select(_ => string.Join(' ', random.GetItems(Scraps, random.Next(0, 60)))).ToImmutableArray();
            Assert.InRange(Frustration.Of([], messages).Score, 0, 1);
            var found = EscalationRules.Find(Input([.. messages]), isAnswered: false);
            if (found is not null) Assert.InRange(found.Evidence!.Length, 1, 500);
        }
    }

    private static TurnInput Input(string message, EscalationSettings? escalation = null) => Input([message], escalation);

    private static TurnInput Input(ImmutableArray<string> messages, EscalationSettings? escalation = null) => new()
    {
        Store = "shop",
        Settings = new StoreSettings { Name = "Shop", Escalation = escalation },
        Questions = messages,
        Now = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero),
    };
}
