namespace Orleans.Runtime;

/// <summary>An open enumeration, as its activation sees it.</summary>
internal abstract class Enumeration : WorkItem
{
    /// <summary>Whether the reader waits, or has read within the response time-out.</summary>
    public abstract bool IsRead(long now);

    /// <summary>Ends it on both sides; the reader gets an <see cref="EnumerationAbortedException"/>.</summary>
    public abstract void Abort(string reason);
}
