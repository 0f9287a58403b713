using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Stores;

public sealed class EmbedRulesTests
{
    [Theory]
    [InlineData("""<script async src="https://chat.shop.example/widget.js" data-store="demo"></script>""")]
    [InlineData("""<SCRIPT DATA-STORE='demo' SRC='/widget.js?v=3' async>""")]
    [InlineData("<script src=/widget.js data-store=demo></script>")]
    [InlineData("""<script src="/other.js"></script><script src="/widget.js" data-store="else"></script><script src="/widget.js" data-store="demo"></script>""")]
    public void Find_ScriptOfTheStore_IsLive(string html) => Assert.True(EmbedRules.Find($"<html><body>{html}</body></html>", "demo").Live);

    [Theory]
    [InlineData("<p>Nothing here</p>", "no_script")]
    [InlineData("""<!-- <script src="/widget.js" data-store="demo"></script> -->""", "no_script")]
    [InlineData("""<script src="/my-widget.json" data-store="demo"></script>""", "no_script")]
    [InlineData("""<script src="/widget.js" data-store="demo2"></script>""", "other_store")]
    [InlineData("""<script src="/widget.js"></script>""", "other_store")]
    public void Find_NoSuchScript_SaysWhy(string html, string code)
    {
        var check = EmbedRules.Find(html, "demo");
        Assert.False(check.Live);
        Assert.Equal(code, check.Code);
        Assert.NotNull(check.Reason);
    }
}
