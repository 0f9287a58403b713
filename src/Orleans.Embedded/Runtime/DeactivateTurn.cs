namespace Orleans.Runtime;

/// <summary>The last turn of an activation.</summary>
internal sealed class DeactivateTurn(Activation activation) : WorkItem
{
    public override void Run() => _ = activation.Shutdown();
}
