using System.Collections.Immutable;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class ShortlistTests
{
    private const string Text =
        "Parcels leave our warehouse in the morning of the next working day and travel with a carrier that tracks them until they reach your door or a shop nearby within 3 days.";

    [Fact]
    public void Of_SameButForAWord_IsShownOnce() =>
        Assert.Single(Of(Text, Text.Replace("nearby", "close", StringComparison.Ordinal)));

    [Theory]
    [InlineData("3 days", "4 days")]
    [InlineData("leave", "do not leave")]
    public void Of_OtherNumberOrDenial_IsShownBeside(string words, string others) =>
        Assert.Equal(2, Of(Text, Text.Replace(words, others, StringComparison.Ordinal)).Length);

    [Fact]
    public void Of_OtherNameOfTheTitle_IsShownBeside() =>
        Assert.Equal(2, Of("# Lamp\n\nLamp. " + Text, "# Heater\n\nHeater. " + Text).Length);

    private static ImmutableArray<RankedPassage> Of(params string[] texts)
    {
        var passages = texts.Select((t, i) => DocumentReader.Read($"{i}.md", t).Passages[0]).ToList();
        return Shortlist.Of([.. passages.Select((p, i) => new RankedPassage(p, 1 - (0.1 * i)))], new TermIndex(passages, null), 5);
    }
}
