using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Learning;

public sealed class QuestionSpaceTests
{
    [Fact]
    public void Compare_NoGroups_IsEmpty() => Assert.Empty(new QuestionSpace().Compare("How heavy is the lamp?"));

    [Fact]
    public void Compare_Groups_LikestFirst()
    {
        var space = new QuestionSpace();
        space.Add("cards", "Do you sell gift cards?");
        space.Add("parking", "Where do I park?");

        var compared = space.Compare("Can I buy a gift card?");

        Assert.Equal(["cards", "parking"], compared.Select(c => c.Group));
        Assert.True(compared[0].Likeness >= QuestionSorter.Same && compared[1].Likeness < QuestionSorter.Same);
    }

    [SkippableTheory]
    [InlineData("faq_banking77", 0.85, 0.85)]
    [InlineData("oos_clinc", 0.85, 0.70)]
    [InlineData("hint3_sofmattress", 0.85, 0.50)]
    public void Compare_QuestionsThatComeOneByOne_FindThoseThatMeanTheSame(string set, double precision, double recall)
    {
        // By question, so that big groups do not outweigh small ones: how much of its group belongs to it, and the reverse (B³).
        var asked = FaqData.Queries(set).Where(q => q.Entry is not null)
            .Where((_, i) => i % 6 == 0).Take(40).ToList();
        var space = new QuestionSpace();
        var groups = new List<string>();
        foreach (var (text, _) in asked)
        {
            groups.Add(space.Compare(text) is [var nearest, ..] && nearest.Likeness >= QuestionSorter.Same ? nearest.Group : text);
            space.Add(groups[^1], text);
        }

        var (p, r) = (0.0, 0.0);
        for (var i = 0; i < asked.Count; i++)
        {
            var together = Enumerable.Range(0, asked.Count).Where(j => groups[j] == groups[i]).ToList();
            var same = Enumerable.Range(0, asked.Count).Where(j => asked[j].Entry == asked[i].Entry).ToList();
            p += together.Intersect(same).Count() / (double)together.Count / asked.Count;
            r += together.Intersect(same).Count() / (double)same.Count / asked.Count;
        }

        Assert.True(p >= precision && r >= recall, $"precision {p:F2}, recall {r:F2}");
    }
}
