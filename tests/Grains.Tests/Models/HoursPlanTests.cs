using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class HoursPlanTests
{
    private static readonly StoreSettings Settings = new()
    {
        Name = "Polar Shop",
        TimeZone = "Europe/Brussels",
        Hours = [Period(DayOfWeek.Friday, 9, 12), Period(DayOfWeek.Friday, 13, 17), Period(DayOfWeek.Saturday, 10, 16)],
    };

    [Theory]
    [InlineData("Are you open now?", "Yes, we are open now, until 16:00. [1]")] // a Saturday, 13:00 there
    [InlineData("are you guys still open?", "Yes, we are open now, until 16:00. [1]")]
    [InlineData("When do you open on Sunday?", "We are closed on Sunday. [1]")]
    [InlineData("Are you open on Fridays?", "On Friday we are open from 09:00 to 12:00 and from 13:00 to 17:00. [1]")]
    [InlineData("Are you open today?", "On Saturday, 21 November we are open from 10:00 to 16:00. [1]")]
    [InlineData("Is the shop open tomorrow?", "We are closed on Sunday, 22 November. [1]")]
    [InlineData("Habt ihr jetzt geöffnet?", "Ja, wir haben gerade geöffnet, bis 16:00 Uhr. [1]")]
    [InlineData("Êtes-vous ouverts le samedi ?", "Le samedi, nous sommes ouverts de 10:00 à 16:00. [1]")]
    public async Task Run_QuestionForTheHours_IsAnsweredFromTheSettings(string question, string answer)
    {
        var result = await Ask(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), question);

        Assert.Equal(answer.Replace(". [1]", " [1].", StringComparison.Ordinal), result.Text);
        var citation = Assert.Single(result.Citations);
        Assert.Equal(HoursSource.Name, citation.Source);
        Assert.Equal(Outcomes.Answered, result.Outcome);
    }

    [Fact]
    public async Task Run_WhenClosed_SaysWhenItOpensAgain()
    {
        var result = await Ask(new DateTimeOffset(2026, 11, 21, 18, 0, 0, TimeSpan.Zero), "Are you open?");

        Assert.Equal("No, we are closed now. We open again on Friday, 27 November at 09:00 [1].", result.Text);
    }

    [Fact]
    public async Task Run_TheWholeWeek_IsAListWithTheRevisionOfTheSettings()
    {
        var before = await Ask(DateTimeOffset.UnixEpoch, "What are your opening hours?");
        var same = await Ask(DateTimeOffset.UnixEpoch.AddDays(3), "What are your opening hours?");
        var changed = await Ask(DateTimeOffset.UnixEpoch, "What are your opening hours?", Settings with { Hours = Settings.Hours[1..] });

        Assert.Equal(7, before.Text.Split('\n').Length);
        Assert.Equal(before.Citations[0].Revision, same.Citations[0].Revision);
        Assert.NotEqual(before.Citations[0].Revision, changed.Citations[0].Revision);
    }

    [Theory]
    [InlineData("How do I open the lid?")]
    [InlineData("When do you open an account for me?")]
    [InlineData("Is the valve closed by default?")]
    [InlineData("I want to open a claim today")]
    public void Read_WhatIsNoQuestionForTheHours_IsNull(string text) => Assert.Null(HoursQuestion.Read(text));

    private static async Task<TurnResult> Ask(DateTimeOffset now, string question, StoreSettings? settings = null)
    {
        var turns = new Turns(new FixedLibrary());
        await foreach (var update in turns.Assistant.Run(turns.Input(question) with { Settings = settings ?? Settings, Now = now }, CancellationToken.None))
            if (update is TurnFinished finished) return finished.Result;
        throw new InvalidOperationException("The turn ended without a result.");
    }

    private static OpeningPeriod Period(DayOfWeek day, int from, int to) => new() { Day = day, From = new TimeOnly(from, 0), To = new TimeOnly(to, 0) };
}
