using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>Cuts a document's lines into passages at pages, headings, blocks and, if it must be, lines.</summary>
internal static class PassageCutter
{
    /// <summary>A passage is closed at the end of a block when it is at least this long, in characters.</summary>
    public const int Wanted = 400;

    /// <summary>A passage is closed before a line that would make it longer than this, in characters.</summary>
    public const int Longest = 900;

    /// <summary>The runs of lines that make the passages, in order; every line is in one of them.</summary>
    public static ImmutableArray<ImmutableArray<DocumentLine>> Cut(IReadOnlyList<DocumentLine> lines)
    {
        var runs = ImmutableArray.CreateBuilder<ImmutableArray<DocumentLine>>();
        var run = ImmutableArray.CreateBuilder<DocumentLine>();
        var length = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (run.Count > 0 && Closes(run, length, lines, i))
            {
                runs.Add(run.DrainToImmutable());
                length = 0;
            }

            run.Add(lines[i]);
            length += lines[i].Text.Length + 1;
        }

        if (run.Count > 0) runs.Add(run.DrainToImmutable());
        return runs.DrainToImmutable();
    }

    private static bool Closes(
        ImmutableArray<DocumentLine>.Builder run, int length, IReadOnlyList<DocumentLine> lines, int next)
    {
        var line = lines[next];
        if (line.Page != run[^1].Page) return true;
        if (line.Kind == LineKind.Heading) return run.Any(l => l.Kind != LineKind.Heading);
        if (run[^1].Kind == LineKind.Heading) return false;
        if (length + line.Text.Length > Longest) return true;
        if (line.Block == run[^1].Block) return false;
        // Whole blocks stay together (a question with its answer) when there is room; a short rest is not cut off.
        var block = 0;
        for (var i = next; i < lines.Count && lines[i].Block == line.Block && lines[i].Page == line.Page; i++) block += lines[i].Text.Length + 1;
        return length + block > Longest || (length >= Wanted && length + Rest(lines, next) > Longest);
    }

    private static int Rest(IReadOnlyList<DocumentLine> lines, int from)
    {
        var length = 0;
        for (var i = from; i < lines.Count && lines[i].Kind != LineKind.Heading && lines[i].Page == lines[from].Page && length <= Longest; i++)
            length += lines[i].Text.Length + 1;
        return length;
    }
}
