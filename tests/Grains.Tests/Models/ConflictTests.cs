using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

/// <summary>Documents that contradict each other.</summary>
public sealed class ConflictTests
{
    private static readonly DateTimeOffset Old = new(2025, 1, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset New = new(2026, 5, 3, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Ask_SameWithOtherNumber_SaysBothNewestFirst()
    {
        var result = await Ask("How long do gift cards stay valid?", Cards("gift-cards.md", "24 months", Old), Cards("gift-cards-new.md", "36 months", New));

        Assert.Equal(
            "Gift cards stay valid for 36 months after purchase (document of 3 May 2026) [1]. An older document of 2 January 2025 says: Gift cards stay valid for 24 months after purchase [2].",
            Renumbered(result.Text));
        Assert.Equal(["gift-cards-new.md", "gift-cards.md"], result.Citations.Select(c => c.Source));
        Assert.All(result.Citations, c => Assert.Contains("months", c.Quote, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_SameWithOtherNumberOfOneDay_SaysBothWithoutDates()
    {
        var result = await Ask("How long do gift cards stay valid?", Cards("gift-cards.md", "24 months", New), Cards("gift-cards-new.md", "36 months", New));

        Assert.Contains("Another document says: Gift cards stay valid for", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_SameWithSameNumber_SaysItOnce()
    {
        var result = await Ask("How long do gift cards stay valid?", Cards("gift-cards.md", "24 months", Old), Cards("gift-cards-new.md", "24 months", New));

        Assert.Single(result.Citations);
        Assert.DoesNotContain("document", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_OtherThingsWithOtherNumbers_AreNoConflict()
    {
        var result = await Ask("How long is the warranty of the Aurora Lamp?");

        Assert.Contains("2 years", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5 years", result.Text, StringComparison.Ordinal);
    }

    private static Task<SupportPlatform.Models.TurnResult> Ask(string question, params SourceDocument[] more) => new Turns(Shop.Library(more)).Ask(question);

    private static SourceDocument Cards(string name, string validity, DateTimeOffset at) =>
        DocumentReader.Read(name, $"# Gift cards\n\nGift cards stay valid for {validity} after purchase.", at);

    // Which passage has which number is the ranking's business.
    private static string Renumbered(string text) =>
        text.Replace("[2].", "[x].", StringComparison.Ordinal).Replace("[1].", "[y].", StringComparison.Ordinal) is var t
        && t.IndexOf("[x]", StringComparison.Ordinal) < t.IndexOf("[y]", StringComparison.Ordinal)
            ? t.Replace("[x].", "[1].", StringComparison.Ordinal).Replace("[y].", "[2].", StringComparison.Ordinal)
            : text;
}
