using Microsoft.Extensions.Logging;

namespace SupportPlatform.Models;

internal sealed partial class Assistant
{
    [LoggerMessage(LogLevel.Debug, "Decided {Decision} with coverage {Coverage:F2} for {Questions} questions.")]
    private partial void LogDecided(Decision decision, double coverage, int questions);

    [LoggerMessage(LogLevel.Information, "The answer of {Model} ({Length} characters) was empty or refused; it was replaced.")]
    private partial void LogReplaced(string model, int length);

    [LoggerMessage(LogLevel.Information, "The answer of {Model} cited no passage; it was sent back.")]
    private partial void LogUncited(string model);
}
