namespace Orleans.Runtime;

/// <summary>One tick of a grain timer.</summary>
internal sealed class TimerCall : GrainCall
{
    private readonly GrainTimer _timer;

    public TimerCall(GrainTimer timer, GrainTimerCreationOptions options)
    {
        _timer = timer;
        KeepsAlive = options.KeepAlive;
        Mode = options.Interleave ? CallMode.WithAll : CallMode.Alone;
    }

    public override bool KeepsAlive { get; }

    public override bool IsAnswered => false;

    public override Task Invoke(object grain) => _timer.Run();

    public override object? ResultOf(Task task) => null;

    public override void Answer(Task task) => _timer.Ticked(task.Exception?.InnerException);

    public override void Answer(object? result) => _timer.Ticked(null);

    public override void Refuse(Exception error) => _timer.Ticked(error);

    // A tick belongs to its activation.
    public override void Forward(Activation from)
    {
    }
}
