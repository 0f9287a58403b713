using SupportPlatform.Conversations.Events;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>
/// How long people take, and by when they have to be done. Pure. Clocks begin and end by events, whether or not a policy
/// gives them a time; what is late is said once, before the event that ends it.
/// </summary>
internal static class SlaRules
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(400);

    /// <summary>Whether a decision has to do with clocks, so that the store's policies are needed.</summary>
    public static bool Concerns(ConversationState state, Decision decision) =>
        decision.Dues.Any(d => d.Kind == DueKinds.Sla) ||
        decision.Events.Any(e => e is EscalationRequested or AgentJoined || (state.Sla is { EndedAt: null } && Moves(e)));

    /// <summary>A decision with what it does to the clocks, and the state after both.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="decision">What the other rules decided.</param>
    /// <param name="settings">The store's.</param>
    /// <param name="now">The time of the decision.</param>
    public static (Decision Decision, ConversationState Next) Keep(
        ConversationState state, Decision decision, StoreSettings settings, DateTimeOffset now)
    {
        decision = decision with { Events = decision.Events.InsertRange(0, Late(state.Sla, now)) };
        var hours = OpeningHours.Of(settings);
        var next = ConversationRules.Apply(state, decision, now);
        var sla = decision.Events.Aggregate(state.Sla, (s, e) => Apply(s, e, hours, now));
        next = next with { Sla = sla is null ? null : sla with { Clocks = [.. sla.Clocks.Select(c => Time(c, next.Desk, next.Priority, settings, hours))] } };
        var due = next.Sla?.Next?.DueAt;
        return due == state.Sla?.Next?.DueAt && decision.Dues.All(d => d.Kind != DueKinds.Sla)
            ? (decision, next)
            : (decision with { Dues = decision.Dues.Add(new DueChange(DueKinds.Sla, due)) }, next);
    }

    /// <summary>What is to be said when a clock may have run out; the clocks are looked at with it.</summary>
    public static Decision WakeUp() => new([], [new DueChange(DueKinds.Sla, null)]);

    /// <summary>By when people would have to be done with what is asked at a moment.</summary>
    public static SlaPreview Preview(StoreSettings settings, string desk, DateTimeOffset now)
    {
        var hours = OpeningHours.Of(settings);
        return new SlaPreview
        {
            At = now,
            IsOpen = hours?.IsOpen(now) ?? true,
            NextChange = hours?.NextChange(now),
            Promises = [.. Enum.GetValues<ConversationPriority>().Order().Select(Promise)],
        };

        SlaPromise Promise(ConversationPriority priority)
        {
            var clocks = SlaClocks.All.ToDictionary(name => name, name => Time(Start(name, now), desk, priority, settings, hours), StringComparer.Ordinal);
            return new SlaPromise
            {
                Priority = priority,
                Policy = clocks.Values.Select(c => c.Policy).FirstOrDefault(p => p is not null),
                FirstResponseAt = clocks[SlaClocks.FirstResponse].DueAt,
                NextResponseAt = clocks[SlaClocks.NextResponse].DueAt,
                ResolutionAt = clocks[SlaClocks.Resolution].DueAt,
            };
        }
    }

    private static bool Moves(ConversationEvent e) =>
        e is MessagePosted { Role: MessageRole.Customer or MessageRole.Agent } or AgentLeft or Resolved or Snoozed or Woken or PrioritySet or Transferred;

    private static IEnumerable<SlaBreached> Late(SlaState? sla, DateTimeOffset now) =>
        sla is not { EndedAt: null } ? [] : sla.Clocks.Where(c => c.IsOpen && c.DueAt <= now)
            .Select(c => new SlaBreached { Clock = c.Name, Policy = c.Policy!, DueAt = c.DueAt!.Value });

    private static SlaState? Apply(SlaState? sla, ConversationEvent e, OpeningHours? hours, DateTimeOffset now) => e switch
    {
        EscalationRequested => new SlaState { StartedAt = now, Clocks = [Start(SlaClocks.FirstResponse, now), Start(SlaClocks.Resolution, now)] },
        AgentJoined when sla is not { EndedAt: null } => new SlaState { StartedAt = now },
        _ when sla is not { EndedAt: null } => sla,
        SlaBreached breached => sla with
        {
            Breaches = sla.Breaches + 1,
            Clocks = [.. sla.Clocks.Select(c => c.Name == breached.Clock ? c with { BreachedAt = now } : c)],
        },
        MessagePosted { Role: MessageRole.Customer } when !sla.Clocks.Any(c => c is { Name: not SlaClocks.Resolution, EndedAt: null }) =>
            sla with { Clocks = [.. sla.Clocks.Where(c => c.Name != SlaClocks.NextResponse), Start(SlaClocks.NextResponse, now)] },
        MessagePosted { Role: MessageRole.Agent } => End(sla, c => c.Name != SlaClocks.Resolution, now),
        AgentLeft { BackTo: "assistant" } or Resolved => End(sla, _ => true, now) with { EndedAt = now },
        Snoozed { Until: not null } => Change(sla, c => c.Name == SlaClocks.Resolution, c => Pause(c, hours, now)),
        Snoozed or Woken => Change(sla, c => c.RunsSince is null, c => c with { RunsSince = now }),
        _ => sla,
    };

    private static SlaClock Start(string name, DateTimeOffset now) => new() { Name = name, StartedAt = now, RunsSince = now };

    private static SlaState End(SlaState sla, Func<SlaClock, bool> which, DateTimeOffset now) => Change(sla, which, c => c with { EndedAt = now });

    private static SlaState Change(SlaState sla, Func<SlaClock, bool> which, Func<SlaClock, SlaClock> change) =>
        sla with { Clocks = [.. sla.Clocks.Select(c => c.EndedAt is null && which(c) ? change(c) : c)] };

    private static SlaClock Pause(SlaClock clock, OpeningHours? hours, DateTimeOffset now) => clock.RunsSince is not { } since ? clock : clock with
    {
        RunsSince = null,
        Spent = clock.Spent + (clock.InHours && hours is not null ? hours.Between(since, now) : now - since),
    };

    // With each change by the policies of the moment; what has ended or was late stays as it was.
    private static SlaClock Time(SlaClock clock, string? desk, ConversationPriority priority, StoreSettings settings, OpeningHours? hours)
    {
        if (!clock.IsOpen) return clock;
        if (settings.Sla?.Policies.FirstOrDefault(p => Fits(p, desk, priority)) is not { } policy || Minutes(policy, clock.Name) is not { } minutes)
            return clock with { Policy = null, DueAt = null };
        var inHours = policy.BusinessHours && hours is not null;
        var left = TimeSpan.FromMinutes(minutes) - clock.Spent;
        return clock with
        {
            Policy = policy.Name,
            InHours = inHours,
            DueAt = clock.RunsSince is not { } since ? null
                : left <= TimeSpan.Zero ? since
                : inHours ? hours!.Add(since, left, LongestWait) : since + left,
        };
    }

    private static bool Fits(SlaPolicy policy, string? desk, ConversationPriority priority) =>
        (policy.Desk is null || policy.Desk == desk) && (policy.Priority is null || policy.Priority == priority);

    private static int? Minutes(SlaPolicy policy, string clock) => clock switch
    {
        SlaClocks.FirstResponse => policy.FirstResponseMinutes,
        SlaClocks.NextResponse => policy.NextResponseMinutes,
        _ => policy.ResolutionMinutes,
    };
}
