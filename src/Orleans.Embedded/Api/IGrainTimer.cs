namespace Orleans.Runtime;

/// <summary>A timer of an activation; disposing it stops it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Starts anew with another due time and period.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
