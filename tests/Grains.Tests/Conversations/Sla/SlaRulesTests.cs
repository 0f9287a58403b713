using System.Globalization;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations.Sla;

public sealed class SlaRulesTests
{
    // A Monday, 15:00 in Brussels.
    private readonly SlaDriver _sla = new(At("2026-11-23T14:00:00Z"), new StoreSettings
    {
        Name = "A shop",
        TimeZone = "Europe/Brussels",
        Hours =
        [
            .. Enum.GetValues<DayOfWeek>().Where(d => d is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .Select(d => new OpeningPeriod { Day = d, From = new TimeOnly(9, 0), To = new TimeOnly(17, 0) }),
        ],
        Sla = new SlaSettings
        {
            Policies =
            [
                new SlaPolicy { Name = "urgent", Priority = ConversationPriority.Urgent, FirstResponseMinutes = 5 },
                new SlaPolicy { Name = "repairs", Desk = "repairs", FirstResponseMinutes = 180, ResolutionMinutes = 600, BusinessHours = true },
                new SlaPolicy { Name = "all", FirstResponseMinutes = 30, NextResponseMinutes = 10, ResolutionMinutes = 120 },
            ],
        },
    });

    [Fact]
    public void Escalation_PolicyThatFits_SetsItsTimes()
    {
        _sla.Do(Escalated());
        Assert.Equal(_sla.Now.AddMinutes(30), _sla.Clock(SlaClocks.FirstResponse).DueAt);
        Assert.Equal(_sla.Now.AddMinutes(120), _sla.Clock(SlaClocks.Resolution).DueAt);
        Assert.Equal(_sla.Now.AddMinutes(30), _sla.Due);
    }

    [Fact]
    public void Escalation_Urgent_GoesByTheFirstPolicyThatFits()
    {
        _sla.Do(Escalated(EscalationTypes.Urgent));
        Assert.Equal("urgent", _sla.Clock(SlaClocks.FirstResponse).Policy);
        Assert.Null(_sla.Clock(SlaClocks.Resolution).DueAt);
    }

    [Fact]
    public void Escalation_InBusinessHours_GoesOnTheNextMorning()
    {
        _sla.Do(Escalated(desk: "repairs"));

        // Two hours are left today, and the third is tomorrow's first.
        Assert.Equal(At("2026-11-24T09:00:00Z"), _sla.Clock(SlaClocks.FirstResponse).DueAt);
        Assert.Equal(At("2026-11-24T16:00:00Z"), _sla.Clock(SlaClocks.Resolution).DueAt);
    }

    [Fact]
    public void AgentMessage_InTime_EndsTheFirstResponse()
    {
        _sla.Do(Escalated());
        _sla.Do(Joined(), 10);
        _sla.Do(Said(MessageRole.Agent), 10);
        Assert.Equal(_sla.Now, _sla.Clock(SlaClocks.FirstResponse).EndedAt);
        Assert.Empty(_sla.Breaches);
        Assert.Equal(_sla.Clock(SlaClocks.Resolution).DueAt, _sla.Due);
    }

    [Fact]
    public void AgentMessage_TooLate_IsABreachBeforeIt()
    {
        _sla.Do(Escalated());
        _sla.Do(Said(MessageRole.Agent), 31);
        Assert.Equal([EventTypes.SlaBreached, EventTypes.MessagePosted], _sla.Events.Skip(1).Select(e => e.Type));
        _sla.Do(SlaRules.WakeUp(), 1);
        var breach = Assert.Single(_sla.Breaches);
        Assert.Equal((SlaClocks.FirstResponse, "all", _sla.Now.AddMinutes(-2)), (breach.Clock, breach.Policy, breach.DueAt));
    }

    [Fact]
    public void WakeUp_Twice_SaysABreachOnce()
    {
        _sla.Do(Escalated());
        _sla.Do(SlaRules.WakeUp(), 30);
        _sla.Do(SlaRules.WakeUp());
        Assert.Single(_sla.Breaches);
        Assert.Equal(1, _sla.State.Sla!.Breaches);
        Assert.Equal(_sla.Clock(SlaClocks.Resolution).DueAt, _sla.Due);
    }

    [Fact]
    public void WakeUp_TooEarly_KeepsTheTime()
    {
        _sla.Do(Escalated());
        var due = _sla.Due;
        _sla.Do(SlaRules.WakeUp(), 5);
        Assert.Empty(_sla.Breaches);
        Assert.Equal(due, _sla.Due);
    }

    [Fact]
    public void CustomerMessages_AfterTheFirstAnswer_StartTheNextResponseOnce()
    {
        _sla.Do(Escalated());
        _sla.Do(Said(MessageRole.Customer), 1);
        Assert.DoesNotContain(_sla.State.Sla!.Clocks, c => c.Name == SlaClocks.NextResponse);
        _sla.Do(Said(MessageRole.Agent), 1);
        _sla.Do(Said(MessageRole.Customer), 1);
        var due = _sla.Now.AddMinutes(10);
        _sla.Do(Said(MessageRole.Customer), 5);
        Assert.Equal(due, _sla.Due);
        _sla.Do(Said(MessageRole.Agent), 1);
        _sla.Do(Said(MessageRole.Customer), 1);
        Assert.Equal(_sla.Now.AddMinutes(10), _sla.Due);
    }

    [Fact]
    public void Snooze_OfResolution_DoesNotCount()
    {
        _sla.Do(Escalated());
        _sla.Do(Said(MessageRole.Agent), 20);
        _sla.Do(new Snoozed { Until = _sla.Now.AddDays(2) });
        Assert.Null(_sla.Due);
        _sla.Do(new Woken(), 600);
        Assert.Equal(_sla.Now.AddMinutes(100), _sla.Due);
        Assert.Empty(_sla.Breaches);
    }

    [Fact]
    public void Snooze_InBusinessHours_KeepsWhatIsLeftOfThem()
    {
        _sla.Do(Escalated(desk: "repairs"));
        _sla.Do(Said(MessageRole.Agent), 60);
        _sla.Do(new Snoozed { Until = _sla.Now.AddDays(2) }, 24 * 60);

        // A day later nine hours of ten are spent.
        _sla.Do(new Snoozed(), 24 * 60);
        Assert.Equal(At("2026-11-25T16:00:00Z"), _sla.Due);
    }

    [Theory]
    [InlineData("assistant")]
    [InlineData("nobody")]
    public void End_OfTheConversation_EndsAllClocks(string backTo)
    {
        _sla.Do(Escalated());
        _sla.Do(Joined(), 1);
        _sla.Do(new AgentLeft { AgentId = "ada", AgentName = "Ada", BackTo = backTo }, 1);
        if (backTo == "nobody") _sla.Do(new Resolved { By = "staff" });
        Assert.All(_sla.State.Sla!.Clocks, c => Assert.Equal(_sla.Now, c.EndedAt));
        Assert.Null(_sla.Due);
        _sla.Do(Said(MessageRole.Customer), 1);
        Assert.Null(_sla.Due);
    }

    [Fact]
    public void Release_ToAnotherDesk_GoesByThatDesksPolicyFromTheBeginning()
    {
        _sla.Do(Escalated());
        var began = _sla.Now;
        _sla.Do(Joined(), 20);
        _sla.Do(new AgentLeft { AgentId = "ada", AgentName = "Ada", BackTo = "queue", Desk = "repairs" });
        Assert.Equal("repairs", _sla.Clock(SlaClocks.FirstResponse).Policy);
        Assert.Equal(began, _sla.Clock(SlaClocks.FirstResponse).StartedAt);
        Assert.Equal(At("2026-11-24T09:00:00Z"), _sla.Due);
    }

    [Fact]
    public void Escalation_WithoutPolicies_IsTimedButNeverLate()
    {
        var sla = new SlaDriver(_sla.Now, new StoreSettings { Name = "A shop" });
        sla.Do(Escalated());
        sla.Do(Said(MessageRole.Agent), 1_000);
        Assert.Equal(sla.Now, sla.Clock(SlaClocks.FirstResponse).EndedAt);
        Assert.Empty(sla.Breaches);
        Assert.Null(sla.Due);
    }

    private static EscalationRequested Escalated(string type = EscalationTypes.Other, string desk = "main") =>
        new() { Reason = EscalationReasons.Asked, Kind = type, Desk = desk };

    private static AgentJoined Joined() => new() { AgentId = "ada", AgentName = "Ada" };

    private static MessagePosted Said(string role) => new() { MessageId = "m", Role = role, Text = "text" };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
