namespace Orleans;

/// <summary>Runs around each call, on the activation, in the order of registration.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Runs around one call; an exception from here goes to the caller.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}
