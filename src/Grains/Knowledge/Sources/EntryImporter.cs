namespace SupportPlatform.Knowledge;

/// <summary>Imports entries: checks each line for itself, and writes the good ones together.</summary>
internal sealed class EntryImporter(EntryService service, EntryStore entries)
{
    /// <summary>The most lines at once.</summary>
    public const int MostLines = 500;

    /// <summary>Imports, or says what an import would do.</summary>
    /// <param name="store">The store's id.</param>
    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="lines">The lines' numbers, with what checks and converts each.</param>
    /// <param name="dryRun">Whether nothing is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImportResult> Import(
        string store, string kind, IReadOnlyCollection<(int Line, Func<NewEntry> Read)> lines, bool dryRun, CancellationToken cancellationToken)
    {
        SourceRules.Require(lines.Count is >= 1 and <= MostLines, $"an import has 1 to {MostLines} lines at once");
        var problems = new List<ImportProblem>();
        var good = Check(lines, problems);
        var rejected = lines.Count - good.Count;
        if (good.Count == 0) return Result(new Dictionary<string, long>(), 0);
        var known = await entries.Known(store, kind, [.. good.Keys], [.. good.Values.Select(g => g.Entry.Title)], cancellationToken);
        foreach (var (line, entry) in good.Values)
        {
            if (known.FirstOrDefault(k => k.Id != entry.Id && k.Title == entry.Title) is { Id: { } other })
                problems.Add(new ImportProblem { Line = line, Code = "duplicate_text", Message = $"The entry {other} is about the same." });
        }

        var written = dryRun
            ? EntryStore.Changes([.. good.Values.Select(g => g.Entry)], known)
            : await service.Write(store, kind, [.. good.Values.Select(g => g.Entry)], replace: true, cancellationToken);
        return Result(written, good.Count);

        ImportResult Result(IReadOnlyDictionary<string, long> changed, int count) => new()
        {
            Added = changed.Count(c => c.Value == 1),
            Updated = changed.Count(c => c.Value > 1),
            Unchanged = count - changed.Count,
            Rejected = rejected,
            Problems = [.. problems.OrderBy(p => p.Line)],
            DryRun = dryRun,
        };
    }

    private static Dictionary<string, (int Line, NewEntry Entry)> Check(
        IReadOnlyCollection<(int Line, Func<NewEntry> Read)> lines, List<ImportProblem> problems)
    {
        var good = new Dictionary<string, (int Line, NewEntry Entry)>(StringComparer.Ordinal);
        foreach (var (line, read) in lines)
        {
            try
            {
                var entry = read();
                if (good.TryAdd(entry.Id, (line, entry))) continue;
                problems.Add(new ImportProblem { Line = line, Code = "duplicate_id", Message = $"Line {good[entry.Id].Line} has the id {entry.Id} too." });
            }
            catch (SupportException e)
            {
                problems.Add(new ImportProblem { Line = line, Code = e.Code, Message = e.Message });
            }
        }

        return good;
    }
}
