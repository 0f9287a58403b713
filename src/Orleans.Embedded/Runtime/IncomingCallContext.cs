namespace Orleans.Runtime;

/// <summary>A call on its way through the filters.</summary>
internal sealed class IncomingCallContext(GrainCall call, Activation activation, IIncomingGrainCallFilter[] filters) : IIncomingGrainCallContext
{
    private int _next;
    private Task? _invoked;
    private object? _result;
    private bool _isReplaced;

    public object Grain { get; } = activation.GrainInstance!;

    public GrainId TargetId => activation.GrainId;

    public string InterfaceName => InterfaceMethod.DeclaringType!.FullName!;

    public string MethodName => InterfaceMethod.Name;

    public MethodInfo InterfaceMethod => call.Method!.Interface;

    public object? Result
    {
        get => !_isReplaced && _invoked is { IsCompletedSuccessfully: true } ? call.ResultOf(_invoked) : _result;
        set => (_result, _isReplaced) = (value, true);
    }

    public Task Invoke() => _next < filters.Length ? filters[_next++].Invoke(this) : _invoked = call.Invoke(Grain);

    /// <summary>Answers with the method's own result, without boxing it, unless a filter has put another in its place.</summary>
    public void Answer()
    {
        if (!_isReplaced && _invoked is { IsCompletedSuccessfully: true }) call.Answer(_invoked);
        else call.AnswerWith(_result);
    }
}
