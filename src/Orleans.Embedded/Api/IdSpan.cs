namespace Orleans.Runtime;

/// <summary>The key of a grain.</summary>
public readonly record struct IdSpan
{
    private readonly string? _text;

    private IdSpan(string text) => _text = text;

    /// <summary>Makes one of its text.</summary>
    public static IdSpan Create(string id) => new(id);

    /// <summary>The text.</summary>
    public override string ToString() => _text ?? "";
}
