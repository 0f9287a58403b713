namespace SupportPlatform.Knowledge;

/// <summary>The word lists that are embedded beside this file.</summary>
internal static class Resources
{
    /// <summary>The lines of a list without empty ones and comments (<c>#</c>).</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded list {name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    /// <summary>The words of a list, folded.</summary>
    public static IEnumerable<string> Words(string name) =>
        Lines(name).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Folding.Fold);
}
