using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using SupportPlatform.Desk;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Staff;

/// <summary>
/// A socket's follow of a store's feed. The next change is asked for when the socket has taken the one before, so a slow
/// socket gets the newest state later, and nothing waits for it.
/// </summary>
internal sealed partial class StaffWatch : IDisposable
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    private readonly StaffWatchServices _services;
    private readonly HubConnectionContext _connection;
    private readonly HttpContext _http;
    private readonly CancellationTokenSource _stop;
    private readonly ILogger _logger;

    /// <summary>Begins to follow.</summary>
    public StaffWatch(
        StaffWatchServices services, HubConnectionContext connection, HttpContext http, string store, Caller caller, string? agentId, DateTimeOffset since)
    {
        (_services, _connection, _http, Store, AgentId, _logger) = (services, connection, http, store, agentId, services.Logger);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionAborted);
        var stopping = _stop.Token;
        _ = Task.Run(() => Follow(caller, since, stopping), CancellationToken.None);
        _ = Task.Run(() => Check(stopping), CancellationToken.None);
    }

    /// <summary>The store.</summary>
    public string Store { get; }

    /// <summary>The agent whose counts and offers are sent.</summary>
    public string? AgentId { get; }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task Follow(Caller caller, DateTimeOffset since, CancellationToken cancellationToken)
    {
        CallerContext.Current = caller;
        for (var failures = 0; !cancellationToken.IsCancellationRequested; failures++)
        {
            try
            {
                await foreach (var change in _services.Grains.StaffFeed(Store).Follow(AgentId, since, cancellationToken))
                {
                    await Send(change, cancellationToken);
                    (since, failures) = (change.At, 0);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (SupportException e) when (e.Code is ProblemCodes.AccessDenied or ProblemCodes.WrongStore or ProblemCodes.SessionMissing)
            {
                _connection.Abort();
                return;
            }
            catch (Exception e)
            {
                LogFollowEnded(e, failures);
            }

            var delay = TimeSpan.FromMilliseconds(Math.Min(100 * Math.Pow(2, Math.Min(failures, 10)), LongestDelay.TotalMilliseconds));
            await Task.Delay(delay, _services.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Send(StaffChange change, CancellationToken cancellationToken)
    {
        if (change.Lines is { } lines) await Send("lines", new LinesMessage(Store, lines), cancellationToken);
        if (change.Counts is { } counts) await Send("counts", CountsMessage.Of(Store, counts), cancellationToken);
        if (change.Agents is not null || change.AgentIds is not null)
            await Send("agents", new AgentsMessage(Store, change.Agents ?? [], change.AgentIds), cancellationToken);

        // Whoever has just been removed is not to read on until the next look.
        if (change.AgentIds is { } ids && AgentId is { } me && !ids.Contains(me)) await _services.Sessions.AuthenticateStaff(_http, Store, cancellationToken);
        if (change.Offers is { } offers) await Send("offers", new OffersMessage(Store, offers), cancellationToken);
    }

    private ValueTask Send(string target, object message, CancellationToken cancellationToken) =>
        _connection.WriteAsync(new InvocationMessage(target, [message]), cancellationToken);

    // Whoever is signed out elsewhere, or works here no longer, is not to go on reading on an old socket.
    private async Task Check(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(CheckInterval, _services.Time, cancellationToken);
                await _services.Sessions.AuthenticateStaff(_http, Store, cancellationToken);
            }
        }
        catch (SupportException)
        {
            _connection.Abort();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It is watched no longer.
        }
    }

    [LoggerMessage(1, LogLevel.Information, "A follow of a store's feed ended and begins again, after {Failures} failures in a row")]
    private partial void LogFollowEnded(Exception exception, int failures);
}
