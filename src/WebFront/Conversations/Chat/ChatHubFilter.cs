using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Chat;

/// <summary>Bounds the calls of a socket of either hub, and answers refusals as <c>code: message</c>.</summary>
internal sealed partial class ChatHubFilter(IOptions<RateLimitOptions> options, TimeProvider time, RefusalLog refusals, ILogger<ChatHubFilter> logger) : IHubFilter
{
    private static readonly object BudgetKey = new();

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // One call at a time a socket (SignalR's default), so the budget needs no lock.
        var items = invocationContext.Context.Items;
        if (!items.TryGetValue(BudgetKey, out var budget))
            items[BudgetKey] = budget = new CallBudget(options.Value.SocketBurst, options.Value.SocketPerSecond, time);
        if (!((CallBudget)budget!).TryTake()) throw Refuse(ProblemCodes.RateLimited, "Too many calls; try again later.");
        try
        {
            return await next(invocationContext);
        }
        catch (SupportException e)
        {
            refusals.Note(e.Code, invocationContext.Context.GetHttpContext(), invocationContext.HubMethodName);
            throw Refuse(e.Code, e.Message);
        }
        catch (RateLimitedException e)
        {
            throw Refuse(ProblemCodes.RateLimited, e.Message);
        }
        catch (TimeoutException e)
        {
            LogFailure(e, invocationContext.HubMethodName);
            throw Refuse(FrontProblemCodes.Timeout, "The answer took too long.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailure(e, invocationContext.HubMethodName);
            throw Refuse(FrontProblemCodes.Internal, "Something went wrong here; it has been logged.");
        }
    }

    private static HubException Refuse(string code, string message) => new($"{code}: {message}");

    [LoggerMessage(1, LogLevel.Error, "The hub's {Method} failed")]
    private partial void LogFailure(Exception exception, string method);
}
