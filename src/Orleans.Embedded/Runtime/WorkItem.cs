namespace Orleans.Runtime;

/// <summary>Something that runs as a turn of an activation.</summary>
internal abstract class WorkItem
{
    public abstract void Run();
}
