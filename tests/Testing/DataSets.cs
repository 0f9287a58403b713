using System.Text.Json;
using Xunit;

namespace SupportPlatform.Testing;

/// <summary>The folder of real data that some tests measure with; it is not part of the repository.</summary>
public static class DataSets
{
    private static readonly Lazy<string?> Folder = new(Find);

    /// <summary>The path of a data set; skips the test when it is not there.</summary>
    /// <param name="name">The set's folder, for instance <c>product_qa</c>.</param>
    public static string Require(string name)
    {
        var path = Folder.Value is { } folder ? Path.Combine(folder, name) : null;
        Skip.If(path is null || !Directory.Exists(path), $"The data set {name} is not here (SUPPORT_DATA names its folder).");
        return path!;
    }

    /// <summary>The rows of a JSON Lines file of a data set; skips the test when the set is not there.</summary>
    public static IReadOnlyList<JsonElement> RequireLines(string name, string file) =>
        [.. ReadLines(Path.Combine(Require(name), file))];

    /// <summary>The rows of a JSON Lines file.</summary>
    public static IEnumerable<JsonElement> ReadLines(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SUPPORT_DATA") is { Length: > 0 } given) return given;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var data = Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }

        return null;
    }
}
