namespace Orleans.Runtime;

/// <summary>The base of the references that callers hold; the framework makes a class of it for each grain interface.</summary>
internal class GrainReference : DispatchProxy, IAddressable
{
    private GrainClass _class = null!;
    private string _key = null!;
    private Activation? _activation;

    public GrainRuntime Runtime { get; private set; } = null!;

    public GrainId GrainId => new(_class.GrainType, IdSpan.Create(_key));

    public static object Make(Type grainInterface, GrainRuntime runtime, GrainClass grainClass, string key)
    {
        var reference = (GrainReference)Create(grainInterface, typeof(GrainReference));
        (reference.Runtime, reference._class, reference._key) = (runtime, grainClass, key);
        return reference;
    }

    public void Send(GrainCall call)
    {
        call.Capture(Runtime.Time);
        if (_activation?.Receive(call) != true) _activation = Runtime.Send(_class, _key, call);
    }

    public override bool Equals(object? obj) => obj is GrainReference other && other.GetType() == GetType() && other.GrainId == GrainId;

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => GrainId.ToString();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => GrainMethod.Of(targetMethod!).Send(this, args!);
}
