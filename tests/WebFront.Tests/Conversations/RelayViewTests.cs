using System.Text;
using SupportPlatform.Conversations.Relay;
using SupportPlatform.Conversations.Wire;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class RelayViewTests
{
    [Fact]
    public void Take_BriefAndEvidence_ComeOnceEach_AndTheLastOneToWhoeverComesLate()
    {
        var view = new RelayView(0, Audience.Staff);
        var (early, late) = (new RecordingSubscriber(0), new RecordingSubscriber(0));
        view.Apply(new Frame { Kind = FrameKind.Brief, Brief = Brief("First") });
        Assert.Equal("First", view.Take(early).Brief?.Summary);
        view.Apply(new Frame { Kind = FrameKind.Brief, Brief = Brief("Second") });
        view.Apply(new Frame { Kind = FrameKind.Evidence, TurnId = "t-1", Evidence = new TurnEvidence { Decision = "answer", Coverage = 1 } });
        foreach (var subscriber in new[] { early, late })
        {
            var batch = view.Take(subscriber);
            Assert.Equal(("Second", "t-1"), (batch.Brief?.Summary, batch.Finding?.TurnId));
            Assert.True(view.Take(subscriber).IsEmpty);
        }
    }

    [Fact]
    public void Evidence_OnTheWire_HasTheShapeOfTheProtocol()
    {
        var frame = Encoding.UTF8.GetString(StaffFrames.Evidence("c-1", "t-1", new TurnEvidence { Decision = "answer", Coverage = 0.5 }));
        Assert.Equal(
            """{"type":1,"target":"evidence","arguments":[{"conversationId":"c-1","turnId":"t-1","evidence":{"decision":"answer","coverage":0.5,"passages":[]}}]}""",
            frame.TrimEnd('\u001e'));
    }

    private static ConversationBrief Brief(string summary) => new() { ThroughSeq = 1, Summary = summary, Sentiment = Sentiments.Calm };
}
