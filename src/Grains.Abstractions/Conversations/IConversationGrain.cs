using System.Collections.Immutable;

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
    /// In a conversation that is marked as spam it is refused: <see cref="ProblemCodes.ConversationBlocked"/>.
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

    /// <summary>Asks the customer to fill in a form, in place of one that was asked before. For staff.</summary>
    /// <returns>False when this form is asked already.</returns>
    [Alias("RequestForm")]
    Task<bool> RequestForm(Form form, CancellationToken cancellationToken = default);

    /// <summary>
    /// The customer's answer to the form that was asked, or to the store's form before the first message. An answer with
    /// errors changes nothing.
    /// </summary>
    [Alias("SubmitForm")]
    Task<FormReceipt> SubmitForm(SubmitForm command, CancellationToken cancellationToken = default);

    /// <summary>Asks for a person. For staff and the platform; the customer asks in words.</summary>
    /// <returns>False when one was asked for already, or is there.</returns>
    [Alias("Escalate")]
    Task<bool> Escalate(Escalate command, CancellationToken cancellationToken = default);

    /// <summary>A human agent takes the floor. Of several who do at once one wins, and the others learn who.</summary>
    [Alias("Claim")]
    Task<ClaimReceipt> Claim(ClaimConversation command, CancellationToken cancellationToken = default);

    /// <summary>A human agent gives the floor back to the assistant or to a queue; false when the agent does not have it.</summary>
    [Alias("Release")]
    Task<bool> Release(ReleaseConversation command, CancellationToken cancellationToken = default);

    /// <summary>A human agent writes to the customer.</summary>
    /// <exception cref="SupportException"><c>not_your_conversation</c>: the agent does not have the floor.</exception>
    [Alias("PostAsAgent")]
    Task<PostReceipt> PostAsAgent(PostAgentMessage command, CancellationToken cancellationToken = default);

    /// <summary>Staff note something for staff.</summary>
    [Alias("AddNote")]
    Task<PostReceipt> AddNote(PostAgentMessage command, CancellationToken cancellationToken = default);

    /// <summary>Says the place in the queue, for the platform; false when that is known, or it does not wait there.</summary>
    [Alias("SetPlace")]
    Task<bool> SetPlace(QueuePlace place, CancellationToken cancellationToken = default);

    /// <summary>Called by the sweeper when a due row of this conversation has come due.</summary>
    [Alias("WakeUp")]
    Task WakeUp(string kind, CancellationToken cancellationToken = default);

    /// <summary>Rates an answer or the conversation; the last rating counts. False when the same one counted already.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.MessageNotFound"/>, or the message is no answer.</exception>
    [Alias("Rate")]
    Task<bool> Rate(RateAnswer command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives the conversation to another agent or to a queue; false when it is there already. To an agent it goes through
    /// <see cref="Agents.IAgentGrain.Receive"/>.
    /// </summary>
    /// <exception cref="SupportException">
    /// <see cref="ProblemCodes.NotYourConversation"/>, <see cref="ProblemCodes.NoFreeSlot"/>, <see cref="ProblemCodes.AgentNotFound"/>,
    /// <see cref="ProblemCodes.ConversationIsSpam"/>.
    /// </exception>
    [Alias("Transfer")]
    Task<bool> Transfer(TransferConversation command, CancellationToken cancellationToken = default);

    /// <summary>Staff open a resolved conversation again; false when it is not resolved.</summary>
    [Alias("Reopen")]
    Task<bool> Reopen(CancellationToken cancellationToken = default);

    /// <summary>As <see cref="Reopen"/>, and says who does it.</summary>
    [Alias("ReopenBy")]
    Task<bool> ReopenBy(ReopenConversation command, CancellationToken cancellationToken = default);

    /// <summary>Puts the conversation aside until a time, or wakes it; false when it is so already, or is resolved.</summary>
    [Alias("Snooze")]
    Task<bool> Snooze(SnoozeConversation command, CancellationToken cancellationToken = default);

    /// <summary>Says whether the conversation is spam; false when that is known.</summary>
    [Alias("SetSpam")]
    Task<bool> SetSpam(MarkSpam command, CancellationToken cancellationToken = default);

    /// <summary>Changes the conversation's tags; false when they are so already.</summary>
    [Alias("Tag")]
    Task<bool> Tag(TagConversation command, CancellationToken cancellationToken = default);

    /// <summary>Says how pressing the conversation is; false when that is known.</summary>
    [Alias("SetPriority")]
    Task<bool> SetPriority(SetPriority command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that somebody of the staff has the conversation open. Nothing is stored. Who types and has the floor is shown to
    /// the customer as typing.
    /// </summary>
    /// <returns>All who have it open.</returns>
    [AlwaysInterleave]
    [Alias("See")]
    Task<ImmutableArray<Viewer>> See(SeeConversation command, CancellationToken cancellationToken = default);

    /// <summary>
    /// The caller, a contact that the store knows, takes over what it began as a visitor; the visitor has no access any
    /// more. False when it is the caller's already.
    /// </summary>
    /// <exception cref="SupportException"><c>access_denied</c>: the caller is a visitor too, or the other is not one.</exception>
    [Alias("Identify")]
    Task<bool> Identify(IdentifyContact command, CancellationToken cancellationToken = default);
}
