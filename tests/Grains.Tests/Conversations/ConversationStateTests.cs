using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class ConversationStateTests
{
    [Fact]
    public void Read_StateFromBeforeListsHadMarks_HasTheirDefaults()
    {
        var state = EventFormat.ReadState("""{"contactId":"c-1","channel":"api","startedAt":"2026-11-21T10:00:00+00:00","lastSeq":3,"status":"Waiting","floor":1,"waitingSince":"2026-11-21T10:00:00+00:00"}""");
        Assert.Equal((ConversationPriority.Normal, false, true), (state.Priority, state.IsSpam, state.IsQueued));
        Assert.False(ConversationRules.IsAnswered(state, "form"));
        var tagged = ConversationRules.Apply(state, InboxRules.Tag(state, new TagConversation { Add = ["vip"] }), DateTimeOffset.UnixEpoch);
        Assert.Equal("vip", Assert.Single(EventFormat.ReadState(EventFormat.Write(tagged)).Tags));
        var noted = FloorRules.Note(new PostAgentMessage { AgentId = "ada", AgentName = "Ada", ClientMessageId = "n", Text = "@ben", Mentions = ["ben"] });
        Assert.Equal("ben", Assert.Single(ConversationRules.Apply(tagged, noted, DateTimeOffset.UnixEpoch).Mentioned));
        Assert.Null(EventFormat.ReadLine("{}").LastMessage);
    }
}
