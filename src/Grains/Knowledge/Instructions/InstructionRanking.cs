using System.Collections.Immutable;

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
    public static ImmutableArray<Instruction> Rank(IReadOnlyCollection<Instruction> instructions, IEnumerable<string> messages)
    {
        var space = new QuestionSpace();
        foreach (var instruction in instructions) space.Add(instruction.Id, instruction.Entry.Text);
        var likeness = space.Compare(string.Join('\n', messages)).ToDictionary(c => c.Group, c => c.Likeness, StringComparer.Ordinal);
        return
        [
            .. instructions.OrderByDescending(IsAlwaysOn).ThenByDescending(i => IsAlwaysOn(i) ? 0 : likeness[i.Id])
                .ThenByDescending(i => i.Entry.Priority).ThenBy(i => i.Id, StringComparer.Ordinal),
        ];
    }

    private static bool IsAlwaysOn(Instruction instruction) => AlwaysOn.Contains(instruction.Entry.Type);
}
