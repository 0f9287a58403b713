namespace Orleans.Runtime;

/// <summary>Calls in order of arrival, linked through themselves; guarded by the activation's lock.</summary>
internal sealed class CallList
{
    public GrainCall? First { get; private set; }

    public int Count { get; private set; }

    private GrainCall? Last { get; set; }

    public void Add(GrainCall call)
    {
        (call.List, call.Previous, call.Next) = (this, Last, null);
        if (Last is null) First = call;
        else Last.Next = call;
        Last = call;
        Count++;
    }

    public void Remove(GrainCall call)
    {
        if (call.Previous is null) First = call.Next;
        else call.Previous.Next = call.Next;
        if (call.Next is null) Last = call.Previous;
        else call.Next.Previous = call.Previous;
        (call.List, call.Previous, call.Next) = (null, null, null);
        Count--;
    }
}
