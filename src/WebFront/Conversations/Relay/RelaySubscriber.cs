using System.Collections.Immutable;

namespace SupportPlatform.Conversations.Relay;

/// <summary>
/// One socket or stream that follows a conversation. It is only a place in what the relay has, and whether something is
/// being sent to it: one that is slow gets a bigger batch later, and no queue can grow for it.
/// </summary>
/// <param name="after">The number of the last event that the client has.</param>
internal abstract class RelaySubscriber(long after)
{
    /// <summary>The number of the last event sent. The relay's gate guards this and all that follows.</summary>
    public long Seq { get; set; } = after;

    /// <summary>The turn whose text is being sent.</summary>
    public RelayTurn? Turn { get; set; }

    /// <summary>How much of the turn's text has been sent.</summary>
    public int Offset { get; set; }

    /// <summary>The turn's status that was sent.</summary>
    public string? Status { get; set; }

    /// <summary>Who was typing by what was sent, a bit a role.</summary>
    public int Typing { get; set; }

    /// <summary>Who of the staff had it open by what was sent.</summary>
    public ImmutableArray<Viewer> Viewers { get; set; } = [];

    /// <summary>The brief that was sent.</summary>
    public ConversationBrief? Brief { get; set; }

    /// <summary>The turn's finding that was sent.</summary>
    public TurnFinding? Finding { get; set; }

    /// <summary>Whether a sign of life is wanted.</summary>
    public bool HeartbeatDue { get; set; }

    /// <summary>Whether something is being sent; the relay does not call again meanwhile.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Sends a batch and returns when the transport can take more.</summary>
    public abstract ValueTask Send(RelayBatch batch);

    /// <summary>Nothing will come any more.</summary>
    /// <param name="error">Why, or null when the subscriber left by itself.</param>
    public abstract void End(Exception? error);
}
