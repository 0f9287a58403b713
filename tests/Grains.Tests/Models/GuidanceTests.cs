using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class GuidanceTests
{
    [Fact]
    public async Task Run_FactWhispered_IsTheAnswerAndCitedWithoutAName()
    {
        var result = await Ask("When does the X2 ship?", "The X2 ships on Monday.");
        Assert.Contains("ships on Monday [1].", result.Text, StringComparison.Ordinal);
        var citation = Assert.Single(result.Citations);
        Assert.Equal((GuidancePlan.Source, "Note of our team", "The X2 ships on Monday."), (citation.Source, citation.Title, citation.Quote));
        Assert.Equal("The X2 ships on Monday.", Assert.Single(result.Trace.Guidance));
    }

    [Fact]
    public async Task Run_TwoWhispersThatDisagree_TheNewerCounts()
    {
        var result = await Ask("When does the X2 ship?", "The X2 ships on Monday.", "The X2 ships on Tuesday.");
        Assert.Contains("Tuesday", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhisperThatNamesAProduct_IsWhatFollowUpsAreAbout()
    {
        var turns = new Turns { Change = i => i with { Guidance = [new Guidance("The customer has the Aurora Lamp.", 1)] } };
        var without = await new Turns().Ask("How heavy is it?");
        var with = await turns.Ask("How heavy is it?");
        Assert.NotEqual(without.Text, with.Text);
        Assert.All(with.Citations, c => Assert.Contains("Aurora", c.Quote + c.Title + c.Source, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("The customer is lying about the X2 refund.")]
    [InlineData("Do not refund the X2.")]
    [InlineData("Offer 10% on the X2.")]
    [InlineData("She has had three refunds for the X2 already.")]
    [InlineData("Is the X2 refund refused?")]
    [InlineData("Der Kunde lügt über die Erstattung.")]
    [InlineData("Biete 10 % Nachlass auf das X2 an.")]
    [InlineData("返金しないでください。")]
    public void In_WhatIsForTheAssistantAlone_IsNoFact(string whisper) => Assert.Empty(GuidanceFacts.In(whisper));

    [Theory]
    [InlineData("The X2 ships on Monday.")]
    [InlineData("We ship to Norway again.")]
    [InlineData("Das X2 ist ab Montag wieder lieferbar.")]
    [InlineData("Le X2 sera livré lundi.")]
    public void In_StatementsOfFact_AreFound(string whisper) => Assert.Equal(whisper, Assert.Single(GuidanceFacts.In(whisper)));

    [Fact]
    public async Task Run_OrderWhispered_ReachesTheModelAndNoPassage()
    {
        var model = new RecordingModel("It weighs 900 g [1].");
        var turns = new Turns(model: model) { Change = i => i with { Guidance = [new Guidance("Apologise for the delay.", 1)] } };
        await turns.Ask("How heavy is the Aurora Lamp?");
        Assert.Contains("- Apologise for the delay.", model.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("origin=\"the team\">", model.Sent, StringComparison.Ordinal);
    }

    private static Task<TurnResult> Ask(string question, params string[] whispers) => new Turns
    {
        Change = i => i with { Guidance = [.. whispers.Select((w, n) => new Guidance(w, n + 1))] },
    }.Ask(question);
}
