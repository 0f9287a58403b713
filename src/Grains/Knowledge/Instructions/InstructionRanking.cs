using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SupportPlatform.Knowledge;

/// <summary>Which instructions come first when not all have room. Pure.</summary>
internal static class InstructionRanking
{
    private static readonly ImmutableArray<string> AlwaysOn = ["tone", "policy", "restriction"];

    /// <summary>
    /// Those that any answer must follow, by priority; then those that say something about what is asked, the likest first.
    /// </summary>
    /// <param name="instructions">Those that hold.</param>
    /// <param name="messages">What is asked.</param>
    /// <param name="asked">The vectors of what is asked; without them, or those of all instructions, words alone decide.</param>
    /// <param name="vectors">The instructions' vectors.</param>
    public static ImmutableArray<Instruction> Rank(
        IReadOnlyCollection<Instruction> instructions, IEnumerable<string> messages, IReadOnlyCollection<float[]> asked, PassageVectors vectors)
    {
        var likeness = ByMeaning(instructions, asked, vectors) ?? ByWords(instructions, messages);
        return
        [
            .. instructions.OrderByDescending(IsAlwaysOn).ThenByDescending(i => IsAlwaysOn(i) ? 0 : likeness[i.Id])
                .ThenByDescending(i => i.Entry.Priority).ThenBy(i => i.Id, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, double>? ByMeaning(
        IReadOnlyCollection<Instruction> instructions, IReadOnlyCollection<float[]> asked, PassageVectors vectors)
    {
        var likeness = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var instruction in instructions)
        {
            if (!vectors.ByDigest.TryGetValue(PassageVectors.DigestOf(instruction), out var vector)) return null;
            var fitting = asked.Where(a => a.Length == vector.Length).ToList();
            if (fitting.Count == 0) return null;
            likeness[instruction.Id] = fitting.Max(a => TensorPrimitives.Dot(a, vector));
        }

        return likeness;
    }

    private static Dictionary<string, double> ByWords(IReadOnlyCollection<Instruction> instructions, IEnumerable<string> messages)
    {
        var space = new QuestionSpace();
        foreach (var instruction in instructions) space.Add(instruction.Id, instruction.Entry.Text);
        return space.Compare(string.Join('\n', messages)).ToDictionary(c => c.Group, c => c.Likeness, StringComparer.Ordinal);
    }

    private static bool IsAlwaysOn(Instruction instruction) => AlwaysOn.Contains(instruction.Entry.Type);
}
