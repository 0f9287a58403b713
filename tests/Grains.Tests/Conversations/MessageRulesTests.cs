using SupportPlatform.Conversations;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class MessageRulesTests
{
    [Theory]
    [InlineData("", ProblemCodes.MessageEmpty)]
    [InlineData(" \t\n\u3000", ProblemCodes.MessageEmpty)]
    public void Check_BadText_IsRefused(string text, string code)
    {
        var refusal = Assert.Throws<SupportException>(() => MessageRules.Check(new PostMessage { ClientMessageId = "1", Text = text }));
        Assert.Equal(code, refusal.Code);
    }

    [Theory]
    [InlineData('\ud83d')]
    [InlineData('\ude00')]
    public void Check_HalfOfAPair_IsRefused(char half)
    {
        // Made here: the compiler's own UTF-8 could not hold it.
        foreach (var text in new[] { $"before {half}", $"{half} after" })
        {
            var refusal = Assert.Throws<SupportException>(() => MessageRules.Check(new PostMessage { ClientMessageId = "1", Text = text }));
            Assert.Equal(ProblemCodes.InvalidText, refusal.Code);
        }
    }

    [Fact]
    public void Check_LongestText_Passes_AndOneMoreIsRefused()
    {
        MessageRules.Check(new PostMessage { ClientMessageId = "1", Text = new string('x', 8_000) });
        var refusal = Assert.Throws<SupportException>(
            () => MessageRules.Check(new PostMessage { ClientMessageId = "1", Text = new string('x', 8_001) }));
        Assert.Equal(ProblemCodes.MessageTooLong, refusal.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Check_NoClientId_IsRefused(string id)
    {
        var refusal = Assert.Throws<SupportException>(() => MessageRules.Check(new PostMessage { ClientMessageId = id, Text = "hi" }));
        Assert.Equal(ProblemCodes.InvalidRequest, refusal.Code);
    }

    [Theory]
    [InlineData("😀 \u0000 \u001b[31m \u202e")]
    [InlineData("שלום \u200f مرحبا")]
    public void Check_OddText_Passes(string text) => MessageRules.Check(new PostMessage { ClientMessageId = "1", Text = text });

    [Fact]
    public void Check_UnknownChannel_IsRefused()
    {
        var refusal = Assert.Throws<SupportException>(
            () => MessageRules.Check(new StartConversation { ContactId = "c", Channel = "telepathy" }));
        Assert.Equal(ProblemCodes.InvalidRequest, refusal.Code);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(6, null, null)]
    [InlineData(3, "", null)]
    [InlineData(3, null, " ")]
    public void Check_RatingOutOfBounds_IsRefused(int score, string? messageId, string? comment) =>
        Assert.Throws<SupportException>(() => MessageRules.Check(new RateAnswer { Score = score, MessageId = messageId, Comment = comment }));
}
