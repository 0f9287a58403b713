using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>Learns from what was said, in the background of every silo: logs become turns, and turns gaps and proposals.</summary>
internal sealed partial class LearningWorker(
    TurnProjector projector, QuestionSorter sorter, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<LearningWorker> logger)
    : PeriodicService(options.Value.PollInterval, time)
{
    private readonly ILogger<LearningWorker> _logger = logger;

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken cancellationToken)
    {
        await projector.Run(cancellationToken);
        await sorter.Run(cancellationToken);
    }

    /// <inheritdoc/>
    [LoggerMessage(1, LogLevel.Warning, "Learning from conversations failed; trying again at the next look")]
    protected override partial void LogFailed(Exception exception);
}
