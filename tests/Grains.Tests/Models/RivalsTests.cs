using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class RivalsTests
{
    private const string Descaling = """
        # Water hardness

        ## How often

        | Hardness | Red fields | Descale the K1 | Descale the P1 |
        |---|---|---|---|
        | Soft | 0 or 1 | every 6 months | once a year |
        | Medium | 2 | every 3 months | every 4 months |
        | Hard | 3 or 4 | every 6 weeks | every 2 months |
        """;

    private readonly Turns _turns = new(Shop.Library(DocumentReader.Read("water.md", Descaling)));

    [Fact]
    public async Task Run_TableOfSeveralThingsAndNoneNamed_AsksWhich()
    {
        var result = await _turns.Ask("How often should I descale it?");

        Assert.Equal(Outcomes.Clarify, result.Outcome);
        Assert.Equal(["K1", "P1"], result.Suggestions.AsEnumerable());
        Assert.DoesNotContain("months", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThingOfATableNamed_SaysEachOfItsRowsAndNoOtherThings()
    {
        var result = await _turns.Ask("How often should I descale the P1?");

        Assert.Equal(Outcomes.Answered, result.Outcome);
        Assert.All(["once a year", "every 4 months", "every 2 months"], t => Assert.Contains(t, result.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("K1", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ChoiceAndThenTheOther_AnswersTheQuestionOfEach()
    {
        await _turns.Ask("How often should I descale it?");

        var chosen = await _turns.Ask("K1");
        var other = await _turns.Ask("And the P1?");

        Assert.Contains("every 6 weeks", chosen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("P1", chosen.Text, StringComparison.Ordinal);
        Assert.Contains("every 2 months", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("K1", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OtherColumnOfTheTable_IsAnswered()
    {
        var result = await _turns.Ask("How many red fields does hard water give?");

        Assert.Equal(Outcomes.Answered, result.Outcome);
        Assert.Contains("3 or 4", result.Text, StringComparison.Ordinal);
    }
}
