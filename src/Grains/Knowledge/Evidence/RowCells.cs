namespace SupportPlatform.Knowledge;

/// <summary>A row of a table, as its statement says it: "first cell – column: cell; column: cell".</summary>
/// <param name="First">The first cell.</param>
/// <param name="Cells">The others, each with its column.</param>
internal sealed record RowCells(string First, IReadOnlyList<RowCell> Cells)
{
    /// <summary>Reads a statement; null for one that is no row of columns.</summary>
    public static RowCells? Of(Statement statement)
    {
        if (!statement.IsRow || statement.Text.Split(" – ", 2) is not [var first, var rest]) return null;
        var cells = rest.Split("; ").Select(RowCell.Of).ToList();
        return cells.TrueForAll(c => c is not null) ? new RowCells(first, cells!) : null;
    }

    /// <summary>
    /// The columns that say what is asked of different things: alike but for the words that say of which, as "Descale the
    /// kettle" and "Descale the machine" are.
    /// </summary>
    /// <param name="query">What is asked.</param>
    public IReadOnlyList<RowCell> Alternatives(KnowledgeQuery query)
    {
        var asked = query.Concepts.SelectMany(c => c.Wordings).Where(w => w.Terms.Length == 1).Select(w => w.Terms[0]).ToHashSet(StringComparer.Ordinal);
        var alike = Cells.Where(c => c.Terms.Any(asked.Contains)).ToList();
        if (alike.Count < 2) return [];
        var shared = alike.Aggregate(alike[0].Terms.AsEnumerable(), (all, c) => all.Intersect(c.Terms, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return shared.Overlaps(asked) && alike.TrueForAll(c => c.Terms.Count > shared.Count) ? [.. alike.Select(c => c with { Thing = c.Without(shared) })] : [];
    }

    /// <summary>The row as it is said to who asks of one of the <see cref="Alternatives"/>: without the others.</summary>
    /// <param name="query">What is asked.</param>
    public string Said(KnowledgeQuery query)
    {
        var asked = query.Concepts.Select(c => c.Wordings[0]).Where(w => w.Terms.Length == 1).Select(w => w.Terms[0]).ToHashSet(StringComparer.Ordinal);
        var others = Alternatives(query).Where(a => !asked.Overlaps(Tokens.Of(a.Thing))).Select(a => a.Column).ToHashSet(StringComparer.Ordinal);
        var kept = others.Count < Alternatives(query).Count ? Cells.Where(c => !others.Contains(c.Column)) : Cells;
        return $"{First} – {string.Join("; ", kept.Select(c => $"{c.Column}: {c.Cell}"))}";
    }
}
