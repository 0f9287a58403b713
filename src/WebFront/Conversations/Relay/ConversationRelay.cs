using SupportPlatform.Conversations.Wire;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Relay;

/// <summary>
/// The one follow of a conversation by this front end, for one audience, and its fan-out. A subscriber is sent to on
/// the follow's own thread as long as its transport takes it at once, else goes on by itself.
/// </summary>
internal sealed partial class ConversationRelay : IDisposable
{
    private const int PageSize = 100;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly RelayServices _services;
    private readonly ILogger _logger;
    private readonly IConversationGrain _grain;
    private readonly Audience _audience;
    private readonly Caller _caller;
    private readonly Action<ConversationRelay> _onClosed;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private RelaySubscriber[] _subscribers = [];
    private RelayView? _view;
    private int _busy;
    private bool _closed;

    /// <summary>A relay that follows once somebody joins it.</summary>
    public ConversationRelay(
        RelayServices services, ConversationKey key, Audience audience, Caller caller, Action<ConversationRelay> onClosed)
    {
        (_services, Key, _audience, _caller, _onClosed) = (services, key, audience, caller, onClosed);
        _logger = services.Logger;
        _stopping = _stop.Token;
        _grain = services.Grains.Conversation(key);
    }

    /// <summary>The conversation.</summary>
    public ConversationKey Key { get; }

    /// <summary>
    /// Adds a subscriber and begins to send to it; false when this relay has closed and another is to be made.
    /// </summary>
    /// <param name="subscriber">Who follows; authorised already.</param>
    /// <param name="last">The number of the conversation's last event, as just read.</param>
    public bool TryJoin(RelaySubscriber subscriber, long last)
    {
        var first = false;
        lock (_gate)
        {
            if (_closed) return false;
            if (_view is null)
            {
                _view = new RelayView(last, _audience);
                first = true;
            }

            subscriber.Seq = Math.Min(subscriber.Seq, Math.Max(last, _view.Last));
            _subscribers = [.. _subscribers, subscriber];
        }

        _services.Instruments.FollowersChanged(1);
        if (first)
        {
            _services.Instruments.RelaysChanged(1);
            _ = Task.Run(() => Follow(_stopping), CancellationToken.None);
        }

        Wake(subscriber);
        return true;
    }

    /// <summary>Removes a subscriber. The last one ends the relay.</summary>
    public void Leave(RelaySubscriber subscriber)
    {
        bool last;
        lock (_gate)
        {
            var left = Array.FindAll(_subscribers, s => s != subscriber);
            if (left.Length == _subscribers.Length) return;
            _subscribers = left;
            _closed = last = left.Length == 0;
        }

        _services.Instruments.FollowersChanged(-1);
        if (last) Close();
    }

    /// <summary>Lets a quiet stream show that it lives.</summary>
    public void Beat(RelaySubscriber subscriber)
    {
        lock (_gate) subscriber.HeartbeatDue = true;
        Wake(subscriber);
    }

    /// <summary>Ends the follow.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Close()
    {
        _onClosed(this);
        _services.Instruments.RelaysChanged(-1);
        Dispose();
    }

    private async Task Follow(CancellationToken cancellationToken)
    {
        CallerContext.Current = _caller;
        for (var failures = 0; !cancellationToken.IsCancellationRequested; failures++)
        {
            try
            {
                await foreach (var frame in _grain.Follow(_view!.Last, _audience, cancellationToken))
                {
                    failures = 0;
                    _services.Instruments.FrameReceived();
                    bool fits;
                    lock (_gate) fits = _view.Apply(frame);
                    if (!fits) break;
                    WakeAll();
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (SupportException e) when (e.Code is ProblemCodes.ConversationNotFound or ProblemCodes.AccessDenied or ProblemCodes.WrongStore)
            {
                EndAll(e);
                return;
            }
            catch (Exception e)
            {
                LogFollowEnded(e, failures);
            }

            _services.Instruments.FollowRestarted();
            lock (_gate) _view!.Restart();
            WakeAll();
            await Pause(failures, cancellationToken);
        }
    }

    private async Task Pause(int failures, CancellationToken cancellationToken)
    {
        var delay = Math.Min(FirstDelay.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 10)), LongestDelay.TotalMilliseconds);
        var jittered = TimeSpan.FromMilliseconds(delay * (0.5 + (Random.Shared.NextDouble() / 2)));
        await Task.Delay(jittered, _services.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void EndAll(Exception error)
    {
        RelaySubscriber[] all;
        lock (_gate)
        {
            (all, _subscribers, _closed) = (_subscribers, [], true);
        }

        _services.Instruments.FollowersChanged(-all.Length);
        Close();
        foreach (var subscriber in all) subscriber.End(error);
    }

    private void WakeAll()
    {
        foreach (var subscriber in Volatile.Read(ref _subscribers)) Wake(subscriber);
    }

    private void Wake(RelaySubscriber subscriber)
    {
        lock (_gate)
        {
            if (subscriber.IsBusy) return;
            subscriber.IsBusy = true;
            _busy++;
        }

        _ = Pump(subscriber);
    }

    /// <summary>Sends to one subscriber until it has everything.</summary>
    private async Task Pump(RelaySubscriber subscriber)
    {
        try
        {
            while (true)
            {
                RelayBatch batch;
                bool behind;
                lock (_gate)
                {
                    behind = _view!.IsBehind(subscriber);
                    batch = behind ? default : _view.Take(subscriber);
                    if (!behind && batch.IsEmpty)
                    {
                        Rest(subscriber);
                        return;
                    }
                }

                if (behind) batch = await ReadPage(subscriber);
                if (!batch.IsEmpty) await subscriber.Send(batch);
            }
        }
        catch (Exception e)
        {
            lock (_gate) Rest(subscriber);
            Leave(subscriber);
            subscriber.End(e);
        }
    }

    private void Rest(RelaySubscriber subscriber)
    {
        subscriber.IsBusy = false;
        if (--_busy == 0) _view!.Forget();
    }

    /// <summary>The next events of somebody who lacks more than is in memory.</summary>
    private async Task<RelayBatch> ReadPage(RelaySubscriber subscriber)
    {
        CallerContext.Current = _caller;
        var page = await _grain.GetEvents(subscriber.Seq, PageSize, _audience, _stopping);
        lock (_gate)
        {
            // A page that ends where it began would be asked for for ever; there is nothing before the view's own events.
            subscriber.Seq = page.Through > subscriber.Seq ? page.Through : Math.Max(subscriber.Seq, _view!.Last);
        }

        return new RelayBatch { Events = page.Events.Select(e => new RelayableEvent(e)).ToArray() };
    }

    [LoggerMessage(1, LogLevel.Information, "A follow ended and begins again, after {Failures} failures in a row")]
    private partial void LogFollowEnded(Exception exception, int failures);
}
