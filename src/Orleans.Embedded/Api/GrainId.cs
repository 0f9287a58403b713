namespace Orleans.Runtime;

/// <summary>The identity of a grain: its type and its key.</summary>
public readonly record struct GrainId
{
    /// <summary>An identity of its parts.</summary>
    public GrainId(GrainType type, IdSpan key) => (Type, Key) = (type, key);

    /// <summary>The grain's type.</summary>
    public GrainType Type { get; }

    /// <summary>The grain's key.</summary>
    public IdSpan Key { get; }

    /// <summary><c>type/key</c></summary>
    public override string ToString() => $"{Type}/{Key}";
}
