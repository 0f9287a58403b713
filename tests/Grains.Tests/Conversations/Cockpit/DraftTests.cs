using System.Runtime.CompilerServices;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Models;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class DraftTests(SiloFixture silo)
{
    private const string Secret = "Zanzibar";

    [Fact]
    public async Task Follow_AtEveryCutBeforeApproval_ShowsCustomersNoWordOfTheDraft()
    {
        var cockpit = await Cockpit.Begin(silo, script: Says);
        await cockpit.Ask("hello");
        var draft = await cockpit.UntilDraft();
        var last = (await cockpit.Events())[^1].Seq;
        for (var after = 0L; after <= last; after++)
        {
            var frames = await Frames(cockpit, after, Audience.Customer, f => f.Kind == FrameKind.Status && f.Text == "checking");
            Assert.DoesNotContain(frames, f => f.ToString().Contains(Secret, StringComparison.Ordinal));
            Assert.DoesNotContain(frames, f => f.Kind is FrameKind.Snapshot or FrameKind.Delta or FrameKind.Evidence or FrameKind.Brief);
            var staff = await Frames(cockpit, after, Audience.Staff, f => f.Kind == FrameKind.Snapshot);
            Assert.Contains(staff, f => f.Text?.Contains(Secret, StringComparison.Ordinal) == true);
        }

        Assert.DoesNotContain(await cockpit.Events(Audience.Customer), e => $"{e.Data}{e.StaffData}".Contains(Secret, StringComparison.Ordinal));
        Assert.True(await cockpit.Approve(draft));
        Assert.Contains(await cockpit.Events(Audience.Customer), e => e.Data.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Follow_WhileADraftIsWritten_ShowsCustomersNoWordOfIt()
    {
        var written = new TaskCompletionSource();
        var cockpit = await Cockpit.Begin(silo, script: (_, _) => SaysAndWaits(written));
        await cockpit.Ask("hello");
        await Frames(cockpit, 0, Audience.Staff, f => f.Kind is FrameKind.Snapshot or FrameKind.Delta && f.Text!.Contains(Secret, StringComparison.Ordinal));
        var frames = await Frames(cockpit, 0, Audience.Customer, f => f.Kind == FrameKind.Status);
        Assert.DoesNotContain(frames, f => f.ToString().Contains(Secret, StringComparison.Ordinal));
        written.SetResult();
        await cockpit.UntilDraft();
    }

    [Fact]
    public async Task Approve_ByTwentyAtOnceAgainstRejects_DecidesOnce()
    {
        for (var round = 0; round < 10; round++)
        {
            var cockpit = await Cockpit.Begin(silo);
            await cockpit.Ask("hello");
            var draft = await cockpit.UntilDraft();
            var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? cockpit.Approve(draft) : cockpit.Reject(draft)));
            Assert.Single(done, d => d);
            var events = await cockpit.Events();
            Assert.Single(events, e => e.Type is EventTypes.DraftApproved or EventTypes.DraftRejected);
            Assert.Single(events, e => e.Type == EventTypes.TurnCompleted);
        }
    }

    [Fact]
    public async Task Approve_AgainstANewMessage_NeverSendsAStaleDraft()
    {
        for (var round = 0; round < 10; round++)
        {
            var cockpit = await Cockpit.Begin(silo);
            await cockpit.Ask("one");
            var draft = await cockpit.UntilDraft();
            var posted = cockpit.Ask("two");
            var approved = await cockpit.Approve(draft);
            await posted;
            var next = await cockpit.UntilDraft(2);
            Assert.NotEqual(draft, next);
            var events = await cockpit.Events();
            Assert.Equal(approved ? 0 : 1, events.Count(e => e.Type == EventTypes.DraftStale));
            Assert.Equal(approved ? 1 : 0, events.Count(e => e.Type == EventTypes.TurnCompleted));
        }
    }

    [Fact]
    public async Task Claim_AgainstApprove_LetsOneOfThemSpeak()
    {
        for (var round = 0; round < 10; round++)
        {
            var cockpit = await Cockpit.Begin(silo);
            await cockpit.Ask("one");
            var draft = await cockpit.UntilDraft();
            var claimed = cockpit.AsStaff(() => cockpit.Customer.Claim(new ClaimConversation { AgentId = "ada", AgentName = "Ada" }));
            var approved = await cockpit.Approve(draft);
            Assert.True((await claimed).Won);
            var types = (await cockpit.Events()).Select(e => e.Type).ToList();
            Assert.Equal(!approved, types.Contains(EventTypes.DraftStale));
            if (approved) Assert.True(types.IndexOf(EventTypes.TurnCompleted) < types.IndexOf(EventTypes.AgentJoined));
        }
    }

    [Fact]
    public async Task Reject_WithGuidance_BeginsATurnThatHasIt()
    {
        var cockpit = await Cockpit.Begin(silo, script: Repeats);
        await cockpit.Ask("hello");
        Assert.True(await cockpit.Reject(await cockpit.UntilDraft(), "Say that it is blue."));
        Assert.True(await cockpit.Approve(await cockpit.UntilDraft(2)));
        Assert.Contains(await cockpit.Events(Audience.Customer), e => e.Data.Contains("Say that it is blue.", StringComparison.Ordinal) && e.Type == EventTypes.MessagePosted);
    }

    [Fact]
    public async Task Reject_WithoutGuidance_OffersAPerson()
    {
        var cockpit = await Cockpit.Begin(silo);
        await cockpit.Ask("hello");
        Assert.True(await cockpit.Reject(await cockpit.UntilDraft()));
        Assert.Contains(await cockpit.Events(Audience.Customer), e => e.Data.Contains("offer-human", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_ThatNobodyDecides_SurvivesARestartAndEndsWithAPerson()
    {
        var cockpit = await Cockpit.Begin(silo, approvalSeconds: 15, script: Says);
        await cockpit.Ask("hello");
        var draft = await cockpit.UntilDraft();
        await silo.Restart();
        CallerContext.Current = cockpit.Ada;
        var staff = new Follower(cockpit.Customer, Audience.Staff);
        await staff.Until(f => f.Events.Any(e => e.Type == EventTypes.EscalationRequested), TimeSpan.FromSeconds(40));
        Assert.Single(staff.Events, e => e.Type == EventTypes.DraftProposed);
        Assert.Single(staff.Events, e => e.Type == EventTypes.DraftStale);
        var said = staff.Messages.Last();
        Assert.Equal(MessageRole.Assistant, said.Role);
        Assert.DoesNotContain(Secret, said.Text, StringComparison.Ordinal);
        Assert.False(await cockpit.Approve(draft));
    }

    [Fact]
    public async Task Approve_OnAnActivationThatWasOvertaken_SendsNothing()
    {
        var cockpit = await Cockpit.Begin(silo);
        await cockpit.Ask("hello");
        var draft = await cockpit.UntilDraft();
        await silo.Overtake(cockpit.Key);
        var refused = await Assert.ThrowsAsync<SupportException>(() => cockpit.Approve(draft));
        Assert.Equal(ProblemCodes.Busy, refused.Code);
        Assert.DoesNotContain(await cockpit.Events(), e => e.Type == EventTypes.DraftApproved);
        Assert.True(await cockpit.Approve(draft));
        Assert.Single(await cockpit.Events(), e => e.Type == EventTypes.TurnCompleted);
    }

    [Fact]
    public async Task Draft_ByACustomer_IsClosed()
    {
        var cockpit = await Cockpit.Begin(silo);
        await cockpit.Ask("hello");
        var draft = await cockpit.UntilDraft();
        var refused = await Assert.ThrowsAsync<SupportException>(() => cockpit.AsCustomer(() =>
            cockpit.Staff.ApproveDraft(new ApproveDraft { DraftId = draft, AgentId = "ada", AgentName = "Ada" })));
        Assert.Equal(ProblemCodes.AccessDenied, refused.Code);
        var other = await Assert.ThrowsAsync<SupportException>(() => cockpit.AsStaff(() =>
            cockpit.Staff.ApproveDraft(new ApproveDraft { DraftId = draft, AgentId = "ben", AgentName = "Ben" })));
        Assert.Equal(ProblemCodes.AccessDenied, other.Code);
    }

    [Fact]
    public async Task Whisper_BeforeAnythingWasShown_RestartsTheTurnAndIsForStaffAlone()
    {
        var begun = new TaskCompletionSource();
        var cockpit = await Cockpit.Begin(silo, approvalSeconds: null, script: (input, token) => WaitsForGuidance(input, begun, token));
        await cockpit.Ask("hello");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var first = await cockpit.Whisper("The X2 ships on Monday.");
        Assert.Equal((first.Seq, true), ((await cockpit.Whisper("The X2 ships on Monday.")).Seq, true));
        CallerContext.Current = Caller.Visitor(cockpit.Store, "contact-1");
        var follower = new Follower(cockpit.Customer);
        await follower.UntilAnswers(1);
        Assert.Equal("1 whispered", follower.Messages.Last().Text);
        Assert.DoesNotContain(follower.Events, e => e.Type == EventTypes.Whispered);
    }

    private static async IAsyncEnumerable<TurnUpdate> Says(TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new TurnFound(new TurnEvidence { Decision = "answer", Coverage = 1, Passages = [new() { Source = Secret, ChunkId = "c", Score = 1, Text = Secret }] });
        yield return new TurnStatus("writing");
        yield return new TurnText($"The answer is {Secret}.");
        await Task.Yield();
        yield return new TurnFinished(ScriptedAssistant.Result($"The answer is {Secret}."));
    }

    private static async IAsyncEnumerable<TurnUpdate> SaysAndWaits(TaskCompletionSource written)
    {
        yield return new TurnStatus("writing");
        yield return new TurnText($"The answer is {Secret}.");
        await written.Task;
        yield return new TurnFinished(ScriptedAssistant.Result($"The answer is {Secret}."));
    }

    private static async IAsyncEnumerable<TurnUpdate> Repeats(TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return new TurnFinished(ScriptedAssistant.Result($"Told: {string.Join(' ', input.Guidance.Select(g => g.Text))}"));
    }

    private static async IAsyncEnumerable<TurnUpdate> WaitsForGuidance(
        TurnInput input, TaskCompletionSource begun, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        begun.TrySetResult();
        if (input.Guidance.IsEmpty) await Task.Delay(Timeout.Infinite, cancellationToken);
        yield return new TurnFinished(ScriptedAssistant.Result($"{input.Guidance.Length} whispered"));
    }

    /// <summary>All frames of a follow up to one.</summary>
    private static async Task<List<Frame>> Frames(Cockpit cockpit, long after, Audience audience, Func<Frame, bool> last)
    {
        CallerContext.Current = audience == Audience.Staff ? cockpit.Ada : Caller.Visitor(cockpit.Store, "contact-1");
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var frames = new List<Frame>();
        await foreach (var frame in cockpit.Customer.Follow(after, audience, timeout.Token))
        {
            frames.Add(frame);
            if (last(frame)) break;
        }

        return frames;
    }
}
