namespace Orleans.Runtime;

/// <summary>The name of a grain class.</summary>
public readonly struct GrainType : IEquatable<GrainType>
{
    private readonly string? _text;

    private GrainType(string text) => _text = text;

    /// <summary>Makes one of its text.</summary>
    public static GrainType Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(GrainType other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? 0 : string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>Compares the text.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Compares the text.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);

    /// <summary>The text.</summary>
    public override string ToString() => _text ?? "";
}
