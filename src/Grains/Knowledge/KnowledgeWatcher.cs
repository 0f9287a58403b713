using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Keeps the library up to date with what other silos change, with one query a second for all loaded stores, and writes
/// down how often sources were cited.
/// </summary>
internal sealed partial class KnowledgeWatcher(
    KnowledgeLibrary library, CitationCounter citations, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<KnowledgeWatcher> logger)
    : PeriodicService(options.Value.PollInterval, time)
{
    private readonly ILogger<KnowledgeWatcher> _logger = logger;

    /// <inheritdoc/>
    protected override async Task Run(CancellationToken cancellationToken)
    {
        await library.Refresh(cancellationToken);
        await citations.Write(cancellationToken);
    }

    /// <inheritdoc/>
    [LoggerMessage(1, LogLevel.Warning, "Looking for changed knowledge failed; trying again at the next look")]
    protected override partial void LogFailed(Exception exception);
}
