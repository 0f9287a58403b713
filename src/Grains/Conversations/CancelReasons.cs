namespace SupportPlatform.Conversations;

/// <summary>Why turns are cancelled, as on the wire.</summary>
internal static class CancelReasons
{
    /// <summary>The customer wrote again; a new turn uses all messages.</summary>
    public const string NewMessage = "new-message";

    /// <summary>Somebody pressed stop; the messages stay without an answer.</summary>
    public const string Stopped = "stopped";

    /// <summary>A human agent took the floor.</summary>
    public const string Claimed = "claimed";

    /// <summary>The conversation was resolved.</summary>
    public const string Resolved = "resolved";

    /// <summary>The conversation is spam.</summary>
    public const string Spam = "spam";

    /// <summary>The silo that ran it is gone; a new turn follows.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Staff guided the assistant or want to approve its answer; a new turn follows.</summary>
    public const string Revised = "revised";

    /// <summary>Staff asked for a person; a new turn answers what waits, and knows of it.</summary>
    public const string Escalated = "escalated";

    /// <summary>It did not begin to answer in time.</summary>
    public const string TooSlow = "too-slow";
}
