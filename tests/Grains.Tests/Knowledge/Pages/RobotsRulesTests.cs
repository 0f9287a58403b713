using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Pages;

public sealed class RobotsRulesTests
{
    private const string File = """
        # comment
        User-agent: other
        User-agent: *
        Disallow: /a
        Allow: /a/b
        Disallow: /*.pdf$
        Disallow:

        User-Agent: SupportPlatform # us
        Disallow: /own
        """;

    [Theory]
    [InlineData("/", true)]
    [InlineData("/a/c", false)]
    [InlineData("/a/b/c", true)]
    [InlineData("/x/y.pdf", false)]
    [InlineData("/x/y.pdf?z", true)]
    [InlineData("/own", true)]
    public void Allows_Everybody_LongestRuleDecides(string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(File, "nobody").Allows(path));

    [Theory]
    [InlineData("/own", false)]
    [InlineData("/a/c", true)]
    public void Allows_NamedAgent_OwnGroupReplacesEverybodys(string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(File, "supportplatform").Allows(path));

    [Fact]
    public void Allows_HostilePattern_EndsSoon()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "b$", "x");
        Assert.True(rules.Allows("/" + new string('a', 2_000)));
    }
}
