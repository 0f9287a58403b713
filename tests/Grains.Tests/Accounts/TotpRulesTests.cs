using System.Text;
using SupportPlatform.Accounts;
using Xunit;

namespace SupportPlatform.Grains.Tests.Accounts;

public sealed class TotpRulesTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_OfTheStandardsTimes_IsTheStandards(long seconds, string code) =>
        Assert.Equal(code, TotpRules.Code(Secret, seconds / 30, digits: 8));

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void FindStep_OfACodeBesideNow_TakesOneStepEachWay(int seconds, bool found)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_110);
        var code = TotpRules.Code(Secret, (now.ToUnixTimeSeconds() + seconds) / 30, digits: 6);
        Assert.Equal(found, TotpRules.FindStep(Secret, code, now) is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("ab cd ef")]
    public void FindStep_OfNoCode_IsNone(string? code) => Assert.Null(TotpRules.FindStep(Secret, code, DateTimeOffset.UnixEpoch));

    [Fact]
    public void Encode_OfASecret_IsBase32() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TotpRules.Encode(Secret));
}
