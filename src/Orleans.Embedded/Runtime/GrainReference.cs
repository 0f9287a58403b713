namespace Orleans.Runtime;

/// <summary>The base of the references that callers hold; a class for each grain interface derives from it at run time.</summary>
internal abstract class GrainReference(GrainRuntime runtime, GrainClass grainClass, string key) : IAddressable
{
    private Activation? _activation;

    public GrainId GrainId => new(grainClass.GrainType, IdSpan.Create(key));

    /// <summary>Sends a call that answers once.</summary>
    public Task<T> Send<T>(MethodCall<T> call)
    {
        if (!call.Watch()) return call.Task;
        Send((GrainCall)call);
        return call.Task;
    }

    /// <summary>Prepares a call that returns a sequence; nothing is sent before it is enumerated.</summary>
    public IAsyncEnumerable<T> Prepare<T>(EnumerableCall<T> call)
    {
        (call.Reference, call.Runtime) = (this, runtime);
        return call;
    }

    public void Send(GrainCall call)
    {
        call.Capture(runtime.Time);
        if (_activation is { } known && known.Receive(call)) return;
        _activation = runtime.Send(grainClass, key, call);
    }

    public override bool Equals(object? obj) => obj is GrainReference other && other.GetType() == GetType() && other.GrainId == GrainId;

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => GrainId.ToString();
}
