using System.Globalization;
using System.Text;
using System.Text.Json;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Bench.Load;

/// <summary>
/// Documents to search, the same on every run: those of a folder of data with the questions that they answer, among
/// others of random words, drawn as often as the folder's texts have them and from a long tail of rare ones.
/// </summary>
internal sealed class SearchCorpus
{
    private const int RareWords = 150_000;
    private const double RareShare = 0.25;
    private const int ParagraphsPerDocument = 10;
    private const int WordsPerParagraph = 65;

    private static readonly string[] Languages = ["en", "de", "es"];
    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "xu", "za", "sta", "tre", "pli", "dro"];

    private readonly Random _random = new(20261121);
    private readonly List<string> _words = [];

    /// <summary>Reads the folder, if one is named, and fills up to so many passages.</summary>
    public SearchCorpus(string folder, int passages)
    {
        if (folder.Length > 0) ReadData(folder);
        if (_words.Count == 0) _words.AddRange(Enumerable.Range(0, 3_000).Select(Rare));
        var count = Texts.Sum(t => DocumentReader.Read(t.Name, t.Text).Passages.Length);
        for (var n = 0; count < passages; n++)
        {
            var text = Filler(n);
            Texts.Add(text);
            count += DocumentReader.Read(text.Name, text.Text).Passages.Length;
        }

        while (Questions.Count < 200)
        {
            var words = Texts[_random.Next(Texts.Count)].Text.Split(' ');
            var at = _random.Next(words.Length - 12);
            Questions.Add((string.Join(' ', words.Skip(at).Take(12).Where((_, i) => i % 2 == 0)), null, null));
        }
    }

    /// <summary>The documents.</summary>
    public List<(string Name, string Text)> Texts { get; } = [];

    /// <summary>The questions with the source, and where there are pages the page, that answers; null where only time is measured.</summary>
    public List<(string Text, string? Source, int? Page)> Questions { get; } = [];

    private void ReadData(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "kb_northwind"), "*.md").Order(StringComparer.Ordinal))
            Texts.Add((Path.GetFileName(file), File.ReadAllText(file)));
        foreach (var row in Rows(folder, "northwind_docqa/questions.jsonl").Where(r => r.GetProperty("answerable").GetBoolean()))
            Questions.Add((Text(row, "question"), Text(row, "expected_source"), row.GetProperty("expected_page").GetInt32()));
        foreach (var language in Languages)
        {
            foreach (var row in Rows(folder, $"xquad/kb.{language}.jsonl"))
                Texts.Add(($"{language}-{Text(row, "doc_id")}", $"{Text(row, "title")}\n\n{Text(row, "text")}"));
            foreach (var row in Rows(folder, $"xquad/questions.{language}.jsonl"))
                Questions.Add((Text(row, "question"), $"{language}-{Text(row, "expected_doc")}", null));
        }

        _words.AddRange(Texts.SelectMany(t => t.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(w => w.All(char.IsLetter)));
    }

    private (string Name, string Text) Filler(int n)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {Rare(_random.Next(RareWords))} {Rare(_random.Next(RareWords))}\n\n");
        for (var p = 0; p < ParagraphsPerDocument; p++)
        {
            for (var w = 0; w < WordsPerParagraph; w++)
            {
                if (w > 0) text.Append(w % 13 == 0 ? ". " : " ");
                // The square makes low numbers frequent, as words are.
                var rare = _random.NextDouble() < RareShare;
                text.Append(rare ? Rare((int)(RareWords * _random.NextDouble() * _random.NextDouble())) : _words[_random.Next(_words.Count)]);
            }

            text.Append(".\n\n");
        }

        return ($"filler-{n:d6}.md", text.ToString());
    }

    private static string Rare(int number)
    {
        var word = new StringBuilder();
        for (var n = number + 400; n > 0; n /= Syllables.Length) word.Append(Syllables[n % Syllables.Length]);
        return word.ToString();
    }

    private static IEnumerable<JsonElement> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<JsonElement>(l));

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
