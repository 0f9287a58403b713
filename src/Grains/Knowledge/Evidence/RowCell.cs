namespace SupportPlatform.Knowledge;

/// <summary>A cell of a row.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Cell">What stands in it.</param>
internal sealed record RowCell(string Column, string Cell)
{
    /// <summary>The terms of the column's name.</summary>
    public HashSet<string> Terms { get; } = [.. Tokens.Of(Column)];

    /// <summary>What sets the column apart from those like it, as "K1" does in "Descale the K1".</summary>
    public string Thing { get; init; } = Column;

    /// <summary>Reads "column: cell"; null for anything else.</summary>
    public static RowCell? Of(string part) => part.Split(": ", 2) is [var column, var cell] ? new RowCell(column, cell) : null;

    /// <summary>The column's name without words that say nothing, and without some terms.</summary>
    public string Without(HashSet<string> terms) =>
        string.Join(' ', Tokens.Read(Column).Where(t => !t.IsStop && !terms.Contains(t.Term)).Select(t => t.Raw));
}
