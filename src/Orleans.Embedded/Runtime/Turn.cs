namespace Orleans.Runtime;

/// <summary>Something that runs as a turn of an activation.</summary>
internal class Turn(Action? action = null)
{
    public virtual void Run() => action!();
}
