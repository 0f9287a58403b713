using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Models;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Reads the answers out of a conversation's log. Pure: the same events give the same turns. What belongs together begins with
/// a customer's message and ends before the first one after an answer.
/// </summary>
internal sealed partial class TurnReader(string? locale)
{
    /// <summary>The events that it reads; all others say nothing about turns.</summary>
    public static readonly ImmutableArray<string> Types =
        [EventTypes.MessagePosted, EventTypes.TurnCompleted, EventTypes.Rated, EventTypes.EscalationRequested, EventTypes.AgentJoined];

    private const int LongestAnswer = 4_000;

    private readonly List<FinishedTurn> _turns = [];
    private readonly List<TurnRating> _ratings = [];
    private readonly List<MessagePosted> _asked = [];
    private readonly List<MessagePosted> _said = [];
    private FinishedTurn? _byAgent;
    private int _first;

    /// <summary>The turns.</summary>
    public IReadOnlyList<FinishedTurn> Turns => _turns;

    /// <summary>The ratings, oldest first.</summary>
    public IReadOnlyList<TurnRating> Ratings => _ratings;

    /// <summary>The number after which a later reading begins: what follows it may still change a turn.</summary>
    public long Done { get; private set; }

    /// <summary>Reads the next event.</summary>
    public void Read(LoggedEvent e)
    {
        switch (e.Type)
        {
            case EventTypes.MessagePosted:
                Read(e, EventFormat.ReadMessage(e.Data));
                break;
            case EventTypes.TurnCompleted:
                var completed = EventFormat.ReadCompleted(e.Data, e.StaffData);
                if (_said.Find(m => m.MessageId == completed.MessageId) is { } said) _turns.Add(Turn(e, completed, said));
                break;
            case EventTypes.Rated:
                var rated = EventFormat.Read<Rated>(e.Data);
                _ratings.Add(new TurnRating(rated.MessageId, rated.Score, e.At));
                break;
            case EventTypes.EscalationRequested or EventTypes.AgentJoined:
                HandOff();
                break;
        }
    }

    private void Read(LoggedEvent e, MessagePosted message)
    {
        switch (message.Role)
        {
            case MessageRole.Customer:
                if (_turns.Count > _first) Begin();
                if (_asked.Count == 0) Done = e.Seq - 1;
                _asked.Add(message);
                break;
            case MessageRole.Assistant:
                _said.Add(message);
                break;
            case MessageRole.Agent:
                HandOff();
                AddAgents(e, message);
                break;
        }
    }

    private void Begin()
    {
        (_first, _byAgent) = (_turns.Count, null);
        _asked.Clear();
        _said.Clear();
    }

    // A person who came in is the hand-over of what was answered before.
    private void HandOff()
    {
        for (var i = _first; i < _turns.Count; i++)
            if (_turns[i].Role == MessageRole.Assistant) _turns[i] = _turns[i] with { HandedOff = true };
    }

    private void AddAgents(LoggedEvent e, MessagePosted message)
    {
        var text = SmallTalk.PhraseFor(message.Text) is null ? message.Text : "";
        var before = _byAgent;
        _byAgent = new FinishedTurn
        {
            Id = before?.Id ?? message.MessageId,
            Seq = before?.Seq ?? e.Seq,
            At = e.At,
            Role = MessageRole.Agent,
            Messages = [.. before?.Messages ?? [], message.MessageId],
            Question = before?.Question ?? Question(),
            Answer = PersonalData.Mask($"{before?.Answer}\n\n{text}", LongestAnswer),
            Outcome = Outcomes.Answered,
            Language = before?.Language ?? Language(),
        };
        if (before is not null) _turns.Remove(before);
        _turns.Add(_byAgent);
    }

    private FinishedTurn Turn(LoggedEvent e, TurnCompleted completed, MessagePosted said) => new()
    {
        Id = completed.TurnId,
        Seq = e.Seq,
        At = e.At,
        Role = MessageRole.Assistant,
        Messages = [said.MessageId],
        Question = Question(),
        Answer = IsOfAttachments(said) ? "" : PersonalData.Mask(Marker().Replace(said.Text, ""), LongestAnswer),
        Outcome = completed.Details?.Trace.PromptId == Fallback.NoPrompt ? FinishedTurn.Failed : completed.Outcome,
        Confidence = completed.Details?.Confidence,
        Language = Language(),
        Instructions = completed.Details?.Trace.Instructions is { IsDefault: false } instructions ? instructions : [],
        Sources = said.Citations.IsDefault ? [] : [.. said.Citations.Select(c => c.Source).Distinct(StringComparer.Ordinal)],
        Supplied = completed.Details?.Trace.Passages is { IsDefault: false } passages ? [.. passages.Select(p => p.Source).Distinct(StringComparer.Ordinal)] : [],
        HandedOff = completed.Outcome == Outcomes.Handoff,
    };

    // What a customer attached is for that conversation alone, and never becomes the store's word.
    private static bool IsOfAttachments(MessagePosted said) => !said.Citations.IsDefault && said.Citations.Any(c => c.FromCustomer);

    private string Question() => AskedText.Of(_asked.Select(m => m.Text));

    private string Language() => Knowledge.Language.Guess(string.Join('\n', _asked.Select(m => m.Text)), locale);

    [GeneratedRegex(@" ?\[\d{1,3}\]", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Marker();
}
