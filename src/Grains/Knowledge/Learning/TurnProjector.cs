using Microsoft.Extensions.Logging;
using SupportPlatform.Conversations;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Brings turns up to the logs of the conversations that have something new. Every silo does; a conversation goes to one of
/// them at a time, and what one that died had taken comes again after its lease.
/// </summary>
internal sealed partial class TurnProjector(DueStore due, TurnStore turns, TimeProvider time, ILogger<TurnProjector> logger)
{
    /// <summary>How long one that projects has for it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const int Page = 100;

    /// <summary>Projects all that is due now.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var items = await due.Take(DueTargets.Turns, now, Lease, Page, cancellationToken);
            foreach (var item in items) await Project(item, now + Lease, cancellationToken);
            if (items.Count < Page) return;
        }
    }

    private async Task Project(DueItem item, DateTimeOffset leasedUntil, CancellationToken cancellationToken)
    {
        try
        {
            await turns.Project(item.Key, leasedUntil, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One conversation does not stop the others; its row comes due again.
            LogFailed(item.Attempts, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Reading the turns of a conversation failed (attempt {Attempt}); its row comes due again")]
    private partial void LogFailed(int attempt, Exception exception);
}
