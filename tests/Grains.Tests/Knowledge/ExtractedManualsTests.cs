using System.Text.RegularExpressions;
using SupportPlatform.Grains.Tests.Models;
using SupportPlatform.Knowledge;
using Xunit;
using Xunit.Abstractions;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>Manuals as PDF and Markdown, read as uploads are, and the questions about them.</summary>
public sealed class ExtractedManualsTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Run_QuestionsAboutUploads_AreAnsweredOrRefused()
    {
        var library = await ProductData.ExtractedLibrary();
        var (asked, right, wrong, unanswerable, refused) = (0, 0, 0, 0, 0);
        foreach (var question in ProductData.AllQuestions())
        {
            var result = await new Turns(library, store: ProductData.Store).Ask(question.Text);
            bool isFine;
            if (question.IsAnswerable)
            {
                asked++;
                if (question.Forbid.Any(f => Matches(result.Text, f))) wrong++;
                isFine = result.Citations.Any(c => question.Sources.Contains(c.Source)) && question.Must.All(m => Matches(result.Text, m));
                if (isFine) right++;
            }
            else
            {
                unanswerable++;
                isFine = result.Outcome != Outcomes.Answered;
                if (isFine) refused++;
            }

            if (!isFine) output.WriteLine($"{question.Text} => {result.Text}");
        }

        output.WriteLine($"{right} of {asked} answered, {wrong} with a wrong fact; {refused} of {unanswerable} refused");
        Assert.True(right >= 0.74 * asked, $"{right} of {asked} answered");
        Assert.True(refused >= 0.9 * unanswerable, $"{refused} of {unanswerable} refused");
    }

    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
}
