using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <content>What the engine tells.</content>
internal sealed partial class GrainRuntime
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} could not be activated.")]
    public partial void LogActivationFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Error, Message = "Grain {Grain} failed while it was deactivated.")]
    public partial void LogDeactivationFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Error, Message = "A timer of grain {Grain} failed.")]
    public partial void LogTimerFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An enumeration of grain {Grain} failed after its reader had left.")]
    public partial void LogEnumerationFailed(Exception error, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What hangs on a cancelled call failed.")]
    private partial void LogCancellationFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped with {Count} grains that had not ended in time.")]
    private partial void LogStoppedEarly(int count);
}
