using System.Text;
using System.Text.Json;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.Grains.Tests.Knowledge.Extraction;

/// <summary>Every file of the data set comes to what its manifest says.</summary>
public sealed class FilesCorpusTests(ITestOutputHelper output)
{
    private const double LeastFound = 0.75;
    private const long MostGrowth = 64L * 1024 * 1024;

    [SkippableFact]
    public async Task Extract_EachFileOfTheSet_HasTheOutcomeOfItsManifest()
    {
        var folder = DataSets.Require("files");
        var cases = JsonSerializer.Deserialize<List<FileCase>>(File.ReadAllText(Path.Combine(folder, "manifest.json")), JsonSerializerOptions.Web)!;
        using var files = new ExtractorDriver();
        var failures = new List<string>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var file in cases)
        {
            if (await Failure(files, folder, file) is { } failure) failures.Add($"{file.File}: {failure}");
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(cases.Count > 50);
        Assert.InRange(growth, long.MinValue, MostGrowth);
    }

    private async Task<string?> Failure(ExtractorDriver files, string folder, FileCase file)
    {
        ExtractedDocument document;
        try
        {
            document = await files.Read(Path.Combine(folder, file.File));
        }
        catch (ExtractionException e)
        {
            output.WriteLine($"{file.File}: {e.Code}");
            if (e.Code == "extraction_failed") return "the worker crashed";
            return file.Class == "good" || file.Must_contain_most_of.Count > 0 ? e.Code : null;
        }

        if (file.Class == "notext" || file.Bytes == 0 || file.Expect.StartsWith("rejected:", StringComparison.Ordinal)) return "was accepted";
        if (file.Pages is { } pages && document.Pages.Max(p => p.Number) > pages) return "has pages that are not there";
        var text = Normal(string.Join('\n', document.Pages.Select(p => p.Text)));
        var missing = file.Must_contain_most_of.Where(w => !Holds(text, w)).ToList();
        if (missing.Count > file.Must_contain_most_of.Count * (1 - LeastFound)) return "lacks " + string.Join(", ", missing);
        return file.Must_not_contain.FirstOrDefault(w => text.Contains(Normal(w), StringComparison.Ordinal)) is { } leaked ? "has " + leaked : null;
    }

    // The set gives right-to-left words in the order in which they are drawn; a reader and a search want them as they are written.
    private static bool Holds(string text, string words)
    {
        var normal = Normal(words);
        var drawn = normal.Any(c => c is >= '\u0590' and <= '\u08FF') ? Normal(new string([.. words.Reverse()])) : normal;
        return text.Contains(normal, StringComparison.Ordinal) || text.Contains(drawn, StringComparison.Ordinal);
    }

    private static string Normal(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    private sealed record FileCase(string File, string Class, long Bytes, int? Pages, string Expect)
    {
        public List<string> Must_contain_most_of { get; init; } = [];

        public List<string> Must_not_contain { get; init; } = [];
    }
}
