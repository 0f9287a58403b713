namespace Orleans.Runtime;

/// <summary>Cancels a running call's token, so that what hangs on it runs as a turn of the activation.</summary>
internal sealed class CancelTurn(CancellationTokenSource source, GrainRuntime runtime) : WorkItem
{
    public override void Run()
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException e)
        {
            runtime.LogCancellationFailed(e);
        }
    }
}
