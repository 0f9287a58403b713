using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

public sealed class InstructionRankingTests
{
    [Fact]
    public void Rank_AlwaysOnByPriority_OthersByWhatIsAsked()
    {
        Instruction[] instructions =
        [
            Of("grinders", "product", "Speak of grinders as mills.", 100),
            Of("machines", "product", "Descale espresso machines with citric acid only."),
            Of("polite", "tone", "Be polite."),
            Of("law", "restriction", "Give no legal advice.", 5),
            Of("angry", "escalation", "Offer a person to whoever is angry.", 50),
        ];

        Assert.Equal(
            ["law", "polite", "machines", "grinders", "angry"],
            InstructionRanking.Rank(instructions, ["Do espresso machines want citric acid? Mine came with a grinder"], [], PassageVectors.None).Select(i => i.Id));
    }

    private static Instruction Of(string id, string type, string text, int priority = 0) =>
        new(id, 1, new InstructionEntry { Type = type, Text = text, Priority = priority });
}
