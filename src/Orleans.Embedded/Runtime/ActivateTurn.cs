namespace Orleans.Runtime;

/// <summary>The first turn of an activation, in the context of the call that caused it.</summary>
internal sealed class ActivateTurn(Activation activation, Dictionary<string, object>? values) : WorkItem
{
    public override void Run()
    {
        if (values is not null) RequestContext.Values = values;
        _ = activation.Activate();
    }
}
