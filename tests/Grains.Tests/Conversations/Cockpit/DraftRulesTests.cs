using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class DraftRulesTests
{
    private readonly RulesDriver _driver = new(DateTimeOffset.UnixEpoch)
    {
        Settings = new StoreSettings { Name = "A shop", Approval = new ApprovalSettings { Required = true, Seconds = 300 } },
    };

    [Fact]
    public void Complete_WhereApprovalIsRequired_WaitsAndSaysNothing()
    {
        var turn = Draft();
        var proposed = Assert.IsType<DraftProposed>(_driver.Events[^1]);
        Assert.Equal(("An answer.", turn, _driver.Now.AddSeconds(300)), (proposed.Text, proposed.TurnId, proposed.ExpiresAt));
        Assert.Equal(proposed.ExpiresAt, _driver.Due);
        Assert.DoesNotContain(_driver.Events, e => e is MessagePosted { Role: MessageRole.Assistant } or TurnCompleted);
        Assert.False(_driver.Complete(turn));
    }

    [Fact]
    public void Approve_Twice_SendsOnce()
    {
        Draft();
        Assert.True(_driver.Approve(Waiting));
        Assert.False(_driver.Approve(_driver.Events.OfType<DraftProposed>().Single().DraftId));
        Assert.Equal("An answer.", Said());
        Assert.IsType<TurnCompleted>(_driver.Events[^1]);
        Assert.Null(_driver.Due);
    }

    [Fact]
    public void Approve_Edited_SendsTheAgentsWordsWithTheCitationsThatTheyName()
    {
        Draft();
        _driver.Approve(Waiting, "Better words.");
        Assert.Equal("Better words.", Said());
        Assert.True(_driver.Events.OfType<DraftApproved>().Single().Edited);
    }

    [Fact]
    public void Reject_WithoutGuidance_OffersAPersonAndOwesNothing()
    {
        Draft();
        var draft = Waiting;
        Assert.True(_driver.Reject(draft));
        Assert.False(_driver.Approve(draft));
        Assert.Null(_driver.Due);
        Assert.False(_driver.State.OwesAnswer);
    }

    [Fact]
    public void Reject_WithGuidance_OwesAnAnswerThatHasIt()
    {
        Draft();
        Assert.True(_driver.Reject(Waiting, "Say that it is in stock."));
        Assert.Equal("Say that it is in stock.", Assert.Single(_driver.State.Guidance).Text);
        Assert.True(_driver.State is { OwesAnswer: true, Turn: null, Draft: null });
        Assert.Equal(_driver.Now.AddSeconds(20), _driver.Due);
    }

    [Fact]
    public void Post_WhileADraftWaits_MakesItStaleAndIsDueSoon()
    {
        Draft();
        var draft = Waiting;
        _driver.Post("and in blue?");
        Assert.Equal((draft, CancelReasons.NewMessage), _driver.Events.OfType<DraftStale>().Select(s => (s.DraftId, s.Reason)).Single());
        Assert.Equal(_driver.Now.AddSeconds(20), _driver.Due);
        Assert.False(_driver.Approve(draft));
    }

    [Fact]
    public void Claim_WhileADraftWaits_MakesItStale()
    {
        Draft();
        var draft = Waiting;
        Assert.True(_driver.Claim("ben"));
        Assert.Equal(CancelReasons.Claimed, _driver.Events.OfType<DraftStale>().Single().Reason);
        Assert.False(_driver.Approve(draft));
        Assert.False(_driver.Expire(draft));
    }

    [Fact]
    public void Expire_Draft_AsksForAPersonAndSaysSo()
    {
        Draft();
        var draft = Waiting;
        Assert.True(_driver.Expire(draft));
        Assert.Equal("Passed on.", Said());
        Assert.Equal(ConversationStatus.Waiting, _driver.State.Status);
        Assert.False(_driver.Approve(draft));
        Assert.False(_driver.Expire(draft));
    }

    [Fact]
    public void AnswerInstead_WhereApprovalIsRequired_WaitsToo()
    {
        _driver.Post("hello");
        _driver.StartTurn();
        Assert.True(_driver.AnswerInstead());
        Assert.NotNull(_driver.State.Draft);
        Assert.False(_driver.AnswerInstead());
        Assert.DoesNotContain(_driver.Events, e => e is MessagePosted { Role: MessageRole.Assistant });
    }

    [Fact]
    public void SetApproval_DuringATurn_BeginsItAnew()
    {
        _driver.Settings = new StoreSettings { Name = "A shop" };
        _driver.Post("hello");
        var turn = _driver.StartTurn();
        Assert.True(_driver.SetApproval(true));
        Assert.False(_driver.SetApproval(true));
        Assert.False(_driver.Complete(turn));
        Assert.Equal(CancelReasons.Revised, _driver.Events.OfType<TurnCancelled>().Single().Reason);
        _driver.Complete(_driver.StartTurn());
        Assert.NotNull(_driver.State.Draft);
    }

    [Fact]
    public void Whisper_DuringATurn_BeginsItAnewUnlessSomethingWasShown()
    {
        _driver.Settings = new StoreSettings { Name = "A shop" };
        _driver.Post("hello");
        var turn = _driver.StartTurn();
        _driver.Whisper("The X2 ships on Monday.", isShown: true);
        Assert.NotNull(_driver.State.Turn);
        _driver.Whisper("The X2 ships on Tuesday.", isShown: false);
        Assert.Null(_driver.State.Turn);
        Assert.False(_driver.Complete(turn));
        for (var i = 0; i < 20; i++) _driver.Whisper($"Whisper {i}.", isShown: true);
        Assert.Equal((10, "Whisper 19."), (_driver.State.Guidance.Length, _driver.State.Guidance[^1].Text));
    }

    [Fact]
    public void State_WithADraft_SurvivesTheLog()
    {
        Draft();
        var again = EventFormat.ReadState(EventFormat.Write(_driver.State));
        Assert.Equal((_driver.State.Draft!.DraftId, "An answer.", 0.9), (again.Draft!.DraftId, again.Draft.Result.Text, again.Draft.Result.Confidence));
    }

    private string Waiting => _driver.State.Draft!.DraftId;

    private string Draft()
    {
        _driver.Post("hello");
        var turn = _driver.StartTurn();
        _driver.Complete(turn);
        return turn;
    }

    private string Said() => _driver.Events.OfType<MessagePosted>().Single(m => m.Role == MessageRole.Assistant).Text;
}
