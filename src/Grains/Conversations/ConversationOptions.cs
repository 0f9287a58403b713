namespace SupportPlatform.Conversations;

/// <summary>How conversations behave; section <c>Conversations</c> of the configuration.</summary>
internal sealed class ConversationOptions
{
    /// <summary>Within which time an answer must have begun. Default 20 s.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a turn waits for the attachments of its own messages that are still being read. Default 8 s; less than <see cref="AnswerWithin"/>.</summary>
    public TimeSpan ReadWithin { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a turn waits before it calls the model, so that lines sent together cost one call. Default 0.2 s.</summary>
    public TimeSpan StartDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long after the customer's last message the text is held back, while the model already writes: until then
    /// another line makes it a new turn, and nobody has read words that vanish. Default 1.1 s.
    /// </summary>
    public TimeSpan JoinWindow { get; set; } = TimeSpan.FromMilliseconds(1100);

    /// <summary>For how long deltas are merged before followers get them. Default 30 ms.</summary>
    public TimeSpan MergeWindow { get; set; } = TimeSpan.FromMilliseconds(30);

    /// <summary>How often a failing turn is tried before the answer without a model. Default 3.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The wait before the second try; it doubles with each. Default 0.5 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How many events an activation loads and keeps in memory. Default 64, some fifteen turns: enough for the context of
    /// an answer; older events are read where somebody asks for them.
    /// </summary>
    public int Tail { get; set; } = 64;

    /// <summary>The longest answer, in UTF-16 units; a model that writes more is cut off. Default 16,000.</summary>
    public int MaxAnswerLength { get; set; } = 16_000;
}
