using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Pages;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("https://shop.example.org/hilfe?a=1#b")]
    [InlineData("http://8.8.8.8/")]
    [InlineData("https://müller.example.de/größe")]
    [InlineData("https://HELP.Example.ORG:443/")]
    [InlineData("https://[2606:4700::1111]/")]
    [InlineData("https://例え.jp/")]
    public void Parse_PublicPage_IsRead(string address) => Assert.NotNull(PageAddress.Parse(address));

    [Theory]
    [InlineData("http://8.8.2056/")]
    [InlineData("http://010.8.8.8/")]
    [InlineData("http://0x08080808/")]
    [InlineData("http://134744072/")]
    [InlineData("http://８.８.８.８/")]
    [InlineData("http://ｅxample.org/")]
    [InlineData("http://example.org./")]
    [InlineData("http://8.8.8.8./")]
    [InlineData("http://a@example.org/")]
    [InlineData("http://@example.org/")]
    [InlineData("http://example.org:22/")]
    [InlineData("http://example.org\\@10.0.0.1/")]
    [InlineData("http://exa\tmple.org/")]
    [InlineData("http://intranet/")]
    [InlineData("http://db.internal/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("")]
    public void Parse_AnythingElse_IsRefused(string address) =>
        Assert.Equal("address_refused", Assert.Throws<ExtractionException>(() => PageAddress.Parse(address)).Code);
}
