using SupportPlatform.Conversations;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class ConversationKeyTests
{
    [Fact]
    public void New_RoundTrips_ThroughBothForms()
    {
        var key = ConversationKey.New("my-store");
        Assert.StartsWith("my-store/", key.GrainKey, StringComparison.Ordinal);
        Assert.Equal(key, ConversationKey.FromGrainKey(key.GrainKey));
        Assert.True(ConversationKey.TryParsePublic(key.PublicId, out var parsed));
        Assert.Equal(key, parsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("demo")]
    [InlineData("demo_")]
    [InlineData("demo_0123")]
    [InlineData("_0123456789abcdef0123456789abcdef")]
    [InlineData("DEMO_0123456789abcdef0123456789abcdef")]
    [InlineData("demo/0123456789abcdef0123456789abcdef")]
    [InlineData("de_mo_0123456789abcdef0123456789abcdef")]
    [InlineData("demo_0123456789ABCDEF0123456789ABCDEF")]
    public void TryParsePublic_NotAnId_Fails(string? text) => Assert.False(ConversationKey.TryParsePublic(text, out _));
}
