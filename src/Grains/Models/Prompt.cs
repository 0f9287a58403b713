using System.Collections.Immutable;
using System.Text;

namespace SupportPlatform.Models;

/// <summary>A versioned prompt, embedded from <c>Prompts/{name}.{version}.md</c>.</summary>
internal sealed class Prompt
{
    // A shorter line may stand in an answer by chance.
    private const int ShortestLine = 40;

    private Prompt(string id, string template)
    {
        Id = id;
        Template = template;
        Lines = [.. template.Split('\n').Select(l => l.TrimStart('-', ' ')).Where(l => l.Length >= ShortestLine && !l.Contains("{{", StringComparison.Ordinal))];
        Hash = Digest.Of(template, 16);
    }

    /// <summary>For a prompt without places.</summary>
    public static IReadOnlyDictionary<string, string> NoValues { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The prompt that answers from passages.</summary>
    public static Prompt Answer { get; } = Load("answer", 4);

    /// <summary>The prompt that sends an answer without citations back.</summary>
    public static Prompt Cite { get; } = Load("cite", 1);

    /// <summary>The prompt that rewrites an agent's message.</summary>
    public static Prompt Rewrite { get; } = Load("rewrite", 1);

    /// <summary>The prompt that sums a conversation up.</summary>
    public static Prompt Summary { get; } = Load("summary", 1);

    /// <summary>The prompt that translates messages.</summary>
    public static Prompt Translate { get; } = Load("translate", 1);

    /// <summary>The id with its version, as <c>answer/2</c>.</summary>
    public string Id { get; }

    /// <summary>The first 16 hexadecimal digits of the template's SHA-256.</summary>
    public string Hash { get; }

    private string Template { get; }

    private ImmutableArray<string> Lines { get; }

    /// <summary>Whether a text repeats a line of it.</summary>
    public bool IsToldBy(string text) => Lines.Any(l => text.Contains(l, StringComparison.OrdinalIgnoreCase));

    /// <summary>The prompt with its places filled; a value is put in as it is and never read for places.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(Template.Length + 500);
        var at = 0;
        while (true)
        {
            var open = Template.IndexOf("{{", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : Template.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) return text.Append(Template, at, Template.Length - at).ToString();
            text.Append(Template, at, open - at).Append(values[Template[(open + 2)..close]]);
            at = close + 2;
        }
    }

    private static Prompt Load(string name, int version)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"{name}.{version}.md")
            ?? throw new InvalidOperationException($"The prompt {name}/{version} is missing.");
        using var reader = new StreamReader(stream);
        return new Prompt($"{name}/{version}", reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
