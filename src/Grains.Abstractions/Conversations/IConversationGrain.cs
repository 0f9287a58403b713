namespace SupportPlatform.Conversations;

/// <summary>
/// One conversation: its append-only log, its floor and its running turn. The key is a <see cref="ConversationKey"/>.
/// Every call needs a <see cref="Security.Caller"/>; errors are <see cref="SupportException"/>.
/// </summary>
[Alias("support.conversations.IConversationGrain")]
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>Creates the conversation. Repeating it with the same contact returns the same result.</summary>
    [Alias("Start")]
    Task<PostReceipt> Start(StartConversation command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Appends a customer's message and returns once it is committed; the answer follows in the stream.
    /// A repeated <see cref="PostMessage.ClientMessageId"/> returns the first receipt, marked as a duplicate.
    /// </summary>
    [Alias("Post")]
    Task<PostReceipt> Post(PostMessage command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Everything after the event number <paramref name="after"/>: missed events, a snapshot of the answer being
    /// written, then live frames, until the caller stops reading or the activation ends
    /// (<c>EnumerationAbortedException</c>: follow again from the last number seen).
    /// </summary>
    [AlwaysInterleave]
    [Alias("Follow")]
    IAsyncEnumerable<Frame> Follow(long after, Audience audience, CancellationToken cancellationToken = default);

    /// <summary>At most <paramref name="limit"/> (1 to 500) events after the number <paramref name="after"/>, oldest first.</summary>
    [AlwaysInterleave]
    [Alias("GetEvents")]
    Task<EventPage> GetEvents(long after, int limit, Audience audience, CancellationToken cancellationToken = default);

    /// <summary>The conversation at this moment.</summary>
    [AlwaysInterleave]
    [Alias("GetView")]
    Task<ConversationView> GetView(CancellationToken cancellationToken = default);

    /// <summary>Tells followers that somebody types. Nothing is stored.</summary>
    [AlwaysInterleave]
    [Alias("SetTyping")]
    Task SetTyping(bool isTyping, CancellationToken cancellationToken = default);

    /// <summary>Stops the running turn; false when none was running.</summary>
    [Alias("CancelTurn")]
    Task<bool> CancelTurn(CancellationToken cancellationToken = default);

    /// <summary>Marks the conversation as resolved; a new message reopens it. False when it was resolved already.</summary>
    [Alias("Resolve")]
    Task<bool> Resolve(CancellationToken cancellationToken = default);

    /// <summary>Called by the sweeper when a due row of this conversation has come due.</summary>
    [Alias("WakeUp")]
    Task WakeUp(string kind, CancellationToken cancellationToken = default);

    /// <summary>Rates an answer or the conversation; the last rating counts. False when the same one counted already.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.MessageNotFound"/>, or the message is no answer.</exception>
    [Alias("Rate")]
    Task<bool> Rate(RateAnswer command, CancellationToken cancellationToken = default);
}
