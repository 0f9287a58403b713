using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class TokensTests
{
    [Theory]
    [InlineData("batteries", "battery")]
    [InlineData("Größen", "grosse")]
    [InlineData("colour", "colors")]
    [InlineData("e-mail", "email")]
    [InlineData("2,000", "2000")]
    [InlineData("shipping", "ships")]
    [InlineData("ＬＥＤ", "led")]
    [InlineData("tent's", "tent")]
    [InlineData("cámaras", "camara")]
    public void Of_FormsOfOneWord_AreOneTerm(string one, string other) => Assert.Equal(Tokens.Of(one), Tokens.Of(other));

    [Theory]
    [InlineData("hat", "hut")]
    [InlineData("burn", "burner")]
    [InlineData("X4", "X5")]
    public void Of_DifferentWords_AreDifferentTerms(string one, string other) => Assert.NotEqual(Tokens.Of(one), Tokens.Of(other));

    [Fact]
    public void Of_NumberWithUnit_IsTwoTerms() => Assert.Equal(["17", "inch", "2000", "mm"], Tokens.Of("17-inch, 2000mm"));

    [Fact]
    public void Of_TextWithoutSpaces_IsPairs() => Assert.Equal(["防水", "水帐", "帐篷"], Tokens.Of("防水帐篷"));

    [Fact]
    public void Of_StopWords_AreLeftOut() => Assert.Equal(["tent"], Tokens.Of("What is the tent? Wie ist das? C'est le…"));

    [Theory]
    [InlineData("Do you ship to Norway?", "Norway", true)]
    [InlineData("Norway is cold", "Norway", false)]
    [InlineData("what is UPF", "UPF", true)]
    [InlineData("the tent", "tent", false)]
    public void Read_Names_ShowByTheirCapitals(string text, string word, bool isName) =>
        Assert.Equal(isName, Tokens.Read(text).Single(t => t.Raw == word).LooksLikeName);

    [Fact]
    public void Of_BrokenText_DoesNotThrow() => Assert.NotNull(Tokens.Of("\ud800 a\u0301\u0301 \u0000 ‮x"));
}
