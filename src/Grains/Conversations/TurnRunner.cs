using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SupportPlatform.Models;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>
/// Runs a conversation's turns, one at a time, on its activation's scheduler. What it produces counts only if the
/// journal takes it: a turn that was overtaken finds its message refused.
/// </summary>
internal sealed partial class TurnRunner : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly string _store;
    private readonly ConversationJournal _journal;
    private readonly ConversationFeed _feed;
    private readonly EventTail _tail;
    private readonly TurnServices _services;
    private readonly AttachedKnowledge _attached;
    private readonly Action _stepDown;
    private readonly ILogger _logger;
    private CancellationTokenSource? _cancel;
    private Task _running = Task.CompletedTask;

    /// <summary>The runner of an activation.</summary>
    public TurnRunner(
        string key, ConversationJournal journal, ConversationFeed feed, EventTail tail, TurnServices services, Action stepDown)
    {
        (_journal, _feed, _tail, _services, _stepDown) = (journal, feed, tail, services, stepDown);
        _store = ConversationKey.FromGrainKey(key).Store;
        _attached = new AttachedKnowledge(key, services.Attachments);
        _logger = services.Logger;
    }

    /// <summary>Whether a turn runs or is about to.</summary>
    public bool IsRunning => !_running.IsCompleted;

    private ConversationOptions Options => _services.Options;

    private bool MayHaveAttachments => _journal.State.HasAttachments is not false;

    /// <summary>Stops what runs and begins anew with all messages that wait.</summary>
    public void Restart()
    {
        Cancel();
        _cancel = new CancellationTokenSource();
        _running = Run(_running, _cancel.Token);
    }

    /// <summary>Stops what runs, without waiting for its end.</summary>
    public void Cancel()
    {
        _cancel?.Cancel();
        _cancel?.Dispose();
        _cancel = null;
    }

    /// <summary>Stops what runs and waits for its end.</summary>
    public Task Stop()
    {
        Cancel();
        return _running;
    }

    /// <summary>Answers what waits without the model: a cited extract, or an honest offer of a person.</summary>
    public async Task AnswerInstead(CancellationToken cancellationToken)
    {
        Cancel();
        var turnId = NewId();
        var settings = await Settings(cancellationToken);
        if (MayHaveAttachments) await _attached.Load([], cancellationToken);
        var input = Input(settings, Recall(_journal.State.LastCustomerSeq));
        var result = input is null ? null : await _services.Assistant.Extract(input, cancellationToken);
        result ??= Fallback.OfferPerson(_journal.State.Locale ?? settings.Locale, _journal.State.Status == ConversationStatus.Waiting);
        await _journal.Commit(s => DraftRules.AnswerInstead(s, turnId, result, NewId(), settings, _services.Time.GetUtcNow()), cancellationToken);
        ShowDraft();
    }

    /// <inheritdoc/>
    public void Dispose() => Cancel();

    private static string NewId() => Guid.CreateVersion7().ToString("N");

    private async Task Run(Task before, CancellationToken cancellationToken)
    {
        // The turn goes on after the call that caused it, and on nobody's behalf but the platform's.
        CallerContext.Current = Caller.System;
        try
        {
            await before;
            await Delay(Options.StartDelay, cancellationToken);
            await _journal.Commit(ConversationRules.Recover, cancellationToken);
            while (!await RunOnce(cancellationToken))
            {
                var delay = Options.RetryDelay * Math.Pow(2, Math.Max(0, _journal.State.FailedAttempts - 1));
                await Delay(delay, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Overtaken; whoever did it has said so in the log.
        }
        catch (Exception e)
        {
            // The due row stands, so the sweeper comes back to it.
            LogTurnAbandoned(e, _store);
            if (_journal.IsBroken) _stepDown();
        }
    }

    /// <summary>One try; true when nothing is left to do.</summary>
    private async Task<bool> RunOnce(CancellationToken cancellationToken)
    {
        var turnId = NewId();
        var begun = await _journal.Commit(s => ConversationRules.StartTurn(s, turnId), cancellationToken);
        if (begun.IsEmpty) return true;
        var started = _services.Time.GetTimestamp();
        var live = _feed.Begin(turnId);
        try
        {
            var settings = await Settings(cancellationToken);
            live.IsHeld = DraftRules.IsRequired(_journal.State, settings);
            var result = await Produce(live, settings, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await _journal.Commit(
                s => DraftRules.Complete(s, turnId, result, NewId(), settings, _services.Time.GetUtcNow()), cancellationToken);
            if (_journal.State.Draft is null) Cite(result);
            ShowDraft();
            _services.Instruments.TurnCompleted(_services.Time.GetElapsedTime(started), result.Outcome);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (_journal.IsBroken) throw;
            LogTurnFailed(e, _store, turnId);
            _services.Instruments.TurnFailed(_services.Time.GetElapsedTime(started));
            await _journal.Commit(s => ConversationRules.FailTurn(s, turnId, Options.MaxAttempts), cancellationToken);
            if (_journal.State.FailedAttempts < Options.MaxAttempts) return false;
            await AnswerInstead(CancellationToken.None);
            return true;
        }
    }

    private async Task<TurnResult> Produce(LiveTurn live, StoreSettings settings, CancellationToken cancellationToken)
    {
        var through = _journal.State.Turn?.Through ?? _journal.State.LastCustomerSeq;
        var said = Recall(through);
        if (MayHaveAttachments) await ReadAttachments(live, said.Attached, cancellationToken);
        var input = Input(settings, said) ?? throw new ModelException("The waiting messages are no longer in memory.");
        TurnResult? result = null;
        await foreach (var update in _services.Assistant.Run(input, cancellationToken))
        {
            switch (update)
            {
                case TurnStatus status:
                    _feed.SetStatus(live, status.Status);
                    break;
                case TurnFound found:
                    _feed.SetEvidence(live, found.Evidence);
                    break;
                case TurnText text when live.Length < Options.MaxAnswerLength:
                    if (live.Length == 0) await HoldBack(cancellationToken);
                    if (!_feed.Write(live, text.Text)) throw new OperationCanceledException(cancellationToken);
                    break;
                case TurnFinished finished:
                    result = finished.Result;
                    break;
            }
        }

        if (live.Length == 0) await HoldBack(cancellationToken);
        return result ?? throw new ModelException("The assistant ended without a result.");
    }

    /// <summary>Waits, for a bounded time, until what the turn's messages came with has been read.</summary>
    private async Task ReadAttachments(LiveTurn live, ImmutableArray<string> sent, CancellationToken cancellationToken)
    {
        var began = _services.Time.GetTimestamp();
        var news = _feed.News;
        while (await _attached.Load(sent, cancellationToken))
        {
            var left = Options.ReadWithin - _services.Time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return;
            if (live.Status is null) _feed.SetStatus(live, "reading");

            // The end of the reading is an event, and so news; a look now and then is for an event that is late.
            await Task.WhenAny(news, Delay(left < LookAgain ? left : LookAgain, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            news = _feed.News;
        }
    }

    private TurnInput? Input(
        StoreSettings settings, (ImmutableArray<string> Questions, ImmutableArray<HistoryMessage> History, ImmutableArray<string> Attached) said)
    {
        var state = _journal.State;
        var (questions, history, attached) = said;
        return questions.IsEmpty ? null : new TurnInput
        {
            Store = _store,
            Settings = settings,
            Questions = questions,
            History = history,
            Beside = _attached.Snapshot,
            Guidance = state.Guidance,
            Attaches = !attached.IsEmpty,
            Locale = state.Locale,
            UnansweredTurns = state.UnansweredTurns,
            ContactId = state.ContactId,
            IsWaiting = state.Status == ConversationStatus.Waiting,
            HasMail = state.HasMail,
            Now = _services.Time.GetUtcNow(),
        };
    }

    private (ImmutableArray<string> Questions, ImmutableArray<HistoryMessage> History, ImmutableArray<string> Attached) Recall(long through) =>
        MessageMemory.Recall(_tail, _journal.State.UnansweredFrom ?? long.MaxValue, through);

    private async Task<StoreSettings> Settings(CancellationToken cancellationToken) =>
        (await _services.Grains.GetGrain<IStoreGrain>(_store).GetProfile(cancellationToken))?.Settings
        ?? new StoreSettings { Name = _store };

    private Task HoldBack(CancellationToken cancellationToken) =>
        Delay((_journal.State.LastCustomerAt ?? default) + Options.JoinWindow - _services.Time.GetUtcNow(), cancellationToken);

    private Task Delay(TimeSpan delay, CancellationToken cancellationToken) =>
        delay <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(delay, _services.Time, cancellationToken);
}
