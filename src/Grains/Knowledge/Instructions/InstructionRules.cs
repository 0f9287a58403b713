using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>What instructions must look like, and how their versions differ.</summary>
internal static class InstructionRules
{
    private const int LongestText = 4_000;
    private const int MostLocales = 20;

    private static readonly ImmutableArray<string> Types = ["tone", "policy", "escalation", "product", "restriction", "custom"];

    /// <summary>Checks an instruction, and gives it an id where it has none.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static InstructionEntry Check(InstructionEntry entry)
    {
        SourceRules.Require(Types.Contains(entry.Type), $"type is one of {string.Join(", ", Types)}");
        SourceRules.RequireText(entry.Text, LongestText, "text");
        SourceRules.Require(entry.Priority is >= -100 and <= 100, "priority is between -100 and 100");
        var locales = entry.Locales.IsDefault ? [] : entry.Locales;
        SourceRules.Require(locales.Length <= MostLocales, $"locales are at most {MostLocales}");
        foreach (var locale in locales) SourceRules.CheckLocale(locale);
        SourceRules.Require(entry.From is null || entry.To is null || entry.From < entry.To, "from is before to");
        SourceRules.Require(entry.State is InstructionStates.Draft or InstructionStates.Published or InstructionStates.Withdrawn, "state is draft, published or withdrawn");
        if (entry.Author is not null) SourceRules.RequireText(entry.Author, 100, "author");
        var id = entry.Id is null ? SourceRules.DeriveId("instruction", entry.Text) : SourceRules.CheckId(entry.Id);
        return entry with { Id = id, Locales = locales, From = entry.From?.ToUniversalTime(), To = entry.To?.ToUniversalTime() };
    }

    /// <summary>Whether another version would say the same.</summary>
    public static bool IsSame(InstructionEntry one, InstructionEntry other) =>
        one.Locales.SequenceEqual(other.Locales) && one with { Author = null, Locales = [] } == other with { Author = null, Locales = [] };

    /// <summary>How a text differs from the one before it, line by line, by the longest common lines.</summary>
    public static ImmutableArray<string> Diff(string before, string after)
    {
        var (a, b) = (before.Length == 0 ? [] : before.Split('\n'), after.Split('\n'));
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                lines.Add("  " + a[i++]);
                j++;
            }
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add("- " + a[i++]);
            }
            else
            {
                lines.Add("+ " + b[j++]);
            }
        }

        return lines.DrainToImmutable();
    }
}
