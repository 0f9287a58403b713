using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;

namespace SupportPlatform.Grains.Tests.Hosting;

/// <summary>A client that follows a conversation, cuts and resumes, and checks every frame against what it has.</summary>
internal sealed class Follower(IConversationGrain grain, Audience audience = Audience.Customer)
{
    public List<LoggedEvent> Events { get; } = [];

    public long Seen => Events.Count == 0 ? 0 : Events[^1].Seq;

    public string LiveText { get; private set; } = "";

    public string? LiveTurn { get; private set; }

    public IEnumerable<MessagePosted> Messages =>
        Events.Where(e => e.Type == EventTypes.MessagePosted).Select(e => EventFormat.ReadMessage(e.Data));

    /// <summary>Follows until the condition holds; the follow is then cut. Throws on a gap, a repeat or a torn text.</summary>
    public async Task Until(Func<Follower, bool> condition, TimeSpan? limit = null)
    {
        using var timeout = new CancellationTokenSource(limit ?? TimeSpan.FromSeconds(20));
        if (condition(this)) return;

        // A new follow begins with a snapshot of the running turn.
        (LiveTurn, LiveText) = (null, "");
        await foreach (var frame in grain.Follow(Seen, audience, timeout.Token))
        {
            Take(frame);
            if (condition(this)) return;
        }
    }

    public Task UntilAnswers(int count, TimeSpan? limit = null) =>
        Until(f => f.Messages.Count(m => m.Role == MessageRole.Assistant) >= count, limit);

    private void Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Event:
                var e = frame.Event!;
                if (e.Seq <= Seen) throw new InvalidOperationException($"event {e.Seq} came again after {Seen}");
                if (audience == Audience.Staff && e.Seq != Seen + 1) throw new InvalidOperationException($"gap between {Seen} and {e.Seq}");
                Events.Add(e);
                if (e.Type is EventTypes.TurnCompleted or EventTypes.TurnCancelled or EventTypes.TurnFailed) (LiveTurn, LiveText) = (null, "");
                break;
            case FrameKind.Snapshot:
                (LiveTurn, LiveText) = (frame.TurnId, frame.Text!);
                break;
            case FrameKind.Delta:
                if (frame.TurnId != LiveTurn || frame.Offset != LiveText.Length)
                    throw new InvalidOperationException($"delta at {frame.Offset} of {frame.TurnId} after {LiveText.Length} of {LiveTurn}");
                LiveText += frame.Text;
                break;
        }
    }
}
