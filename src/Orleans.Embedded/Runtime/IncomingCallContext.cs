using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Orleans.Runtime;

/// <summary>A call on its way through the filters.</summary>
internal sealed class IncomingCallContext(GrainCall call, Activation activation, IIncomingGrainCallFilter[] filters) : IIncomingGrainCallContext
{
    private int _next;
    private Task? _invoked;
    private object? _result;
    private bool _changed;

    public object Grain { get; } = activation.GrainInstance!;

    public IGrainContext TargetContext => activation;

    public GrainId TargetId => activation.GrainId;

    public string InterfaceName => call.Method!.InterfaceName;

    public string MethodName => InterfaceMethod.Name;

    public MethodInfo InterfaceMethod => call.Method!.Interface;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = Grain.GetType().GetInterfaceMap(InterfaceMethod.DeclaringType!);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, InterfaceMethod)];
        }
    }

    public object? Result
    {
        get => _changed ? _result : _invoked is null ? null : call.ResultOf(_invoked);
        set => (_result, _changed) = (value, true);
    }

    /// <summary>The method's own task, when no filter has put another result in its place.</summary>
    public bool TryGetOwn([NotNullWhen(true)] out Task? task)
    {
        task = _invoked;
        return !_changed && _invoked is { IsCompletedSuccessfully: true };
    }

    public Task Invoke()
    {
        var index = _next++;
        if (index < filters.Length) return filters[index].Invoke(this);
        if (index == filters.Length && Grain is IIncomingGrainCallFilter own) return own.Invoke(this);
        return _invoked = call.Invoke(Grain);
    }
}
