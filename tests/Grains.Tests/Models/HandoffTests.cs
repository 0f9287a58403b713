using System.Collections.Immutable;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class HandoffTests
{
    private static readonly OpeningPeriod Monday = new() { Day = DayOfWeek.Monday, From = new TimeOnly(9, 0), To = new TimeOnly(17, 0) };
    private static readonly OpeningPeriod Saturday = Monday with { Day = DayOfWeek.Saturday };

    [Theory]
    [InlineData("I want to talk to a human", "en")]
    [InlineData("Ich möchte mit einem Mitarbeiter sprechen", "de")]
    [InlineData("Je voudrais parler à quelqu'un de votre équipe, s'il vous plaît", "fr")]
    public async Task Run_WishWithinHours_PassesOnAndSaysWhatIsNext(string wish, string language)
    {
        var result = await In([Saturday]).Ask(wish);

        Assert.Equal($"{Phrases.Get(Phrases.HandoffAsked, language)} {Phrases.Get(Phrases.HandoffOpen, language)}", result.Text);
        Assert.Equal((EscalationReasons.Asked, wish), (result.Escalation?.Reason, result.Escalation?.Evidence));
        Assert.Equal(3, result.Suggestions.Length);
        Assert.False(result.OffersHuman);
        Assert.Null(result.Form);
    }

    [Fact]
    public async Task Run_WishOutsideHours_SaysWhenAndAsksForTheAddress()
    {
        var result = await In([Monday]).Ask("I want to talk to a human");

        Assert.Contains("back on Monday, 23 November at 09:00", result.Text, StringComparison.Ordinal);
        Assert.Equal(Handoff.ContactForm, result.Form?.FormId);
        Assert.Equal(["name", "email", "message"], result.Form!.Fields.Select(f => f.Name));
    }

    [Fact]
    public async Task Run_OutsideHoursWithAKnownAddress_DoesNotAskForIt() =>
        Assert.Null((await In([Monday], i => i with { HasMail = true }).Ask("I want to talk to a human")).Form);

    [Fact]
    public async Task Run_NoHours_PromisesNoTime()
    {
        var result = await In([]).Ask("I want to talk to a human");

        Assert.EndsWith(Phrases.Get(Phrases.HandoffOpen, "en"), result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AngryQuestion_IsAnsweredAndPassedOn()
    {
        var result = await In([]).Ask("This is ridiculous!", "How heavy is the Aurora Lamp?");

        Assert.Contains("900 g", result.Text, StringComparison.Ordinal);
        Assert.Contains(Phrases.Get(Phrases.HandoffSorry, "en"), result.Text, StringComparison.Ordinal);
        Assert.NotEmpty(result.Citations);
        Assert.Equal(EscalationReasons.Frustration, result.Escalation?.Reason);
    }

    [Fact]
    public async Task Extract_Wish_IsPassedOnWithoutAModel()
    {
        var turns = In([]);
        var result = await turns.Assistant.Extract(turns.Input("I want to talk to a human"), CancellationToken.None);

        Assert.Equal(EscalationReasons.Asked, result?.Escalation?.Reason);
    }

    [Theory]
    [InlineData("I want to talk to a human")]
    [InlineData("Can I pay with Bitcoin?")]
    [InlineData("This is ridiculous, I demand a refund")]
    public async Task Run_WhileWaiting_NeitherOffersNorAsksAgain(string message)
    {
        var result = await In([], i => i with { IsWaiting = true, UnansweredTurns = 5 }).Ask(message);

        Assert.Equal(Phrases.Get(Phrases.Waiting, "en"), result.Text);
        Assert.False(result.OffersHuman);
        Assert.Null(result.Escalation);
    }

    [Fact]
    public async Task Run_QuestionWhileWaiting_IsAnswered()
    {
        var result = await In([], i => i with { IsWaiting = true }).Ask("How heavy is the Aurora Lamp?", "Do you sponsor football clubs in Norway?");

        Assert.Contains("900 g", result.Text, StringComparison.Ordinal);
        Assert.EndsWith(Phrases.Get(Phrases.RestWaiting, "en"), result.Text, StringComparison.Ordinal);
        Assert.False(result.OffersHuman);
    }

    [Theory]
    [InlineData(Phrases.ChoiceWait, Phrases.ChosenWait, false)]
    [InlineData(Phrases.ChoiceMessage, Phrases.ChosenMessage, true)]
    [InlineData(Phrases.ChoiceAssistant, Phrases.ChosenAssistant, false)]
    public async Task Run_Choice_IsTakenWhileWaitingAlone(string choice, string reply, bool asks)
    {
        var said = Phrases.Get(choice, "de");
        var result = await In([], i => i with { IsWaiting = true, Locale = "de" }).Ask(said);

        Assert.StartsWith(Phrases.Get(reply, "de"), result.Text, StringComparison.Ordinal);
        Assert.Equal(asks, result.Form is not null);
        Assert.Null(Handoff.Chosen(In([]).Input(said)));
    }

    [Fact]
    public async Task Run_WishOutsideAConversation_PassesNothingOn()
    {
        var result = await new Turns().Ask("I want to talk to a human");

        Assert.Equal(Outcomes.Handoff, result.Outcome);
        Assert.Null(result.Escalation);
    }

    private static Turns In(ImmutableArray<OpeningPeriod> hours, Func<TurnInput, TurnInput>? change = null) => new()
    {
        // Saturday noon.
        Change = input => (change ?? (i => i))(input with { ContactId = "c-1", Settings = input.Settings with { Hours = hours } }),
    };
}
