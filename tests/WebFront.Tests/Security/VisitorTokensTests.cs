using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupportPlatform.Fakes;
using SupportPlatform.Stores;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Security;

public sealed class VisitorTokensTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StoreProfile _profile = new() { Settings = new StoreSettings { Name = "Demo" }, VisitorKeys = [FakeStore.NewKey(), FakeStore.NewKey()] };
    private readonly VisitorTokens _tokens;

    public VisitorTokensTests() => _tokens = new VisitorTokens(_time);

    [Fact]
    public void Verify_OwnToken_NamesTheContact()
    {
        var visitor = _tokens.Verify(_profile, "demo", _tokens.Issue(_profile, "demo", "c-1"));

        Assert.Equal("c-1", visitor.ContactId);
        Assert.Equal("demo", visitor.Store);
        Assert.Equal(_time.GetUtcNow() + VisitorTokens.Lifetime, visitor.ExpiresAt);
    }

    [Fact]
    public void Verify_SecondKey_StillVerifies()
    {
        var before = _profile with { VisitorKeys = [_profile.VisitorKeys[1]] };

        Assert.Equal("c-1", _tokens.Verify(_profile, "demo", _tokens.Issue(before, "demo", "c-1")).ContactId);
    }

    [Fact]
    public void Verify_RetiredKey_IsRefused()
    {
        var other = _profile with { VisitorKeys = [FakeStore.NewKey()] };

        AssertRefused(ProblemCodes.TokenInvalid, _tokens.Issue(other, "demo", "c-1"));
    }

    [Fact]
    public void Verify_AfterThirtyDays_IsExpired()
    {
        var token = _tokens.Issue(_profile, "demo", "c-1");
        _time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(3));

        AssertRefused(ProblemCodes.TokenExpired, token);
    }

    [Fact]
    public void Verify_OtherStore_IsWrongStore() =>
        AssertRefused(ProblemCodes.WrongStore, _tokens.Issue(_profile, "other", "c-1"));

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"HS512"}""")]
    [InlineData("""{"alg":"hs256"}""")]
    [InlineData("""{"alg":"HS256","crit":["b64"]}""")]
    [InlineData("""{}""")]
    [InlineData("""not json""")]
    public void Verify_OtherHeader_IsRefusedThoughSigned(string header) =>
        AssertRefused(ProblemCodes.TokenInvalid, Sign(header, Claims()));

    [Theory]
    [InlineData("""{"store":"demo","exp":4000000000}""")]
    [InlineData("""{"sub":"c","store":"demo"}""")]
    [InlineData("""{"sub":"","store":"demo","exp":1795000000}""")]
    [InlineData("""{"sub":"c","store":"demo","exp":4000000000}""")]
    [InlineData("""[]""")]
    public void Verify_UnfitClaims_AreRefusedThoughSigned(string claims) =>
        AssertRefused(ProblemCodes.TokenInvalid, Sign("""{"alg":"HS256","typ":"JWT"}""", claims));

    [Fact]
    public void Verify_SignedByTheStoreItself_IsAccepted() =>
        Assert.Equal("c-9", _tokens.Verify(_profile, "demo", Sign("""{"alg":"HS256"}""", Claims())).ContactId);

    [Fact]
    public void Verify_AnyByteChanged_IsRefused()
    {
        var token = _tokens.Issue(_profile, "demo", "c-1");
        for (var i = 0; i < token.Length; i++)
        {
            // The last character of a part has bits that do not count; two apart always differs in one that does.
            var changed = token[..i] + (token[i] == 'Q' ? 'g' : 'Q') + token[(i + 1)..];
            Assert.Throws<SupportException>(() => _tokens.Verify(_profile, "demo", changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c.d")]
    [InlineData("\u00e4.\u00f6.\u00fc")]
    public void Verify_Garbage_IsRefused(string token) => AssertRefused(ProblemCodes.TokenInvalid, token);

    [Fact]
    public void Verify_Endless_IsRefused() => AssertRefused(ProblemCodes.TokenInvalid, new string('a', 1_000_000));

    [Fact]
    public void PeekStore_ReadsWithoutTrust()
    {
        Assert.Equal("demo", VisitorTokens.PeekStore(_tokens.Issue(_profile, "demo", "c-1")));
        Assert.Null(VisitorTokens.PeekStore("garbage"));
        Assert.Null(VisitorTokens.PeekStore(null));
    }

    private string Claims() => $$"""{"sub":"c-9","store":"demo","exp":{{(_time.GetUtcNow() + TimeSpan.FromHours(1)).ToUnixTimeSeconds()}}}""";

    private string Sign(string header, string claims)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(_profile.VisitorKeys[0]), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private void AssertRefused(string code, string token) =>
        Assert.Equal(code, Assert.Throws<SupportException>(() => _tokens.Verify(_profile, "demo", token)).Code);
}
