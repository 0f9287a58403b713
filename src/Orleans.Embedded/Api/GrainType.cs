namespace Orleans.Runtime;

/// <summary>The name of a grain class.</summary>
public readonly record struct GrainType
{
    private readonly string? _text;

    private GrainType(string text) => _text = text;

    /// <summary>Makes one of its text.</summary>
    public static GrainType Create(string value) => new(value);

    /// <summary>The text.</summary>
    public override string ToString() => _text ?? "";
}
