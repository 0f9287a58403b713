using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class TurnLanguageTests
{
    private const string English = "# Aurora Lamp\n\nThe Aurora Lamp has a LED ring. The warranty of the lamp is 2 years.\n\n## Colours\n\nThe lamp can be had in red and in green.";
    private const string German = "# Aurora Lamp\n\nDie Aurora Lamp hat einen LED-Ring. Die Garantie der Lampe beträgt 2 Jahre.";

    [Theory]
    [InlineData("Does the Aurora Lamp have a LED ring?", "lamp.en.md")]
    [InlineData("Hat die Aurora Lamp einen LED Ring?", "lamp.de.md")]
    public async Task Run_KnowledgeInSeveralLanguages_AnswersInTheCustomers(string question, string source)
    {
        var result = await Both().Ask(question);

        Assert.Equal(Outcomes.Answered, result.Outcome);
        Assert.All(result.Citations, c => Assert.Equal(source, c.Source));
        Assert.All(result.Trace.Passages, p => Assert.Equal(source, p.Source));
    }

    [Fact]
    public async Task Run_TextWithoutALanguage_TakesTheConversations()
    {
        var result = await new Turns(Library(("lamp.en.md", English, "en"), ("lamp.de.md", German, "de-AT"))) { Change = i => i with { Locale = "de" } }.Ask("Aurora Lamp LED Ring?");

        Assert.All(result.Citations, c => Assert.Equal("lamp.de.md", c.Source));
        Assert.NotEmpty(result.Citations);
    }

    [Fact]
    public async Task Run_OnlyAnotherLanguageSaysIt_ThatOneServes()
    {
        var result = await new Turns(Library(("lamp.en.md", English, "en"), ("lamp.de.md", German, "de"))) { Change = i => i with { Locale = "de" } }.Ask("Aurora Lamp red green?");

        Assert.Equal(Outcomes.Answered, result.Outcome);
        Assert.Equal("lamp.en.md", Assert.Single(result.Citations).Source);
    }

    [Fact]
    public async Task Run_StoreWithOneLanguage_ServesAll()
    {
        var result = await new Turns(Library(("lamp.en.md", English, "en"))).Ask("Hat die Aurora Lamp einen LED Ring?");

        Assert.Equal("lamp.en.md", Assert.Single(result.Citations).Source);
    }

    [Fact]
    public async Task Run_EntriesInSeveralLanguages_AnswersWithTheCustomers()
    {
        var library = new FixedLibrary();
        library.Set(Shop.Store,
        [
            In(FaqReader.Read("faq-en", "Newsletter", ["Newsletter abo"], "You can have the newsletter."), "en"),
            In(FaqReader.Read("faq-de", "Newsletter", ["Newsletter abo"], "Sie können den Newsletter haben."), "de"),
        ]);

        var german = await new Turns(library) { Change = i => i with { Locale = "de" } }.Ask("Newsletter abo");
        var english = await new Turns(library) { Change = i => i with { Locale = "en" } }.Ask("Newsletter abo");

        Assert.Equal(("faq-de", "faq-en"), (Assert.Single(german.Citations).Source, Assert.Single(english.Citations).Source));
        Assert.DoesNotContain("You can have the newsletter.", german.Suggestions);
    }

    private static Turns Both() => new(Library(("lamp.en.md", English, "en"), ("lamp.de.md", German, "de")));

    private static FixedLibrary Library(params (string Name, string Text, string Locale)[] documents)
    {
        var library = new FixedLibrary();
        library.Set(Shop.Store, documents.Select(d => In(DocumentReader.Read(d.Name, d.Text), d.Locale)));
        return library;
    }

    private static SourceDocument In(SourceDocument document, string locale) => document with { Passages = [.. document.Passages.Select(p => p.In(locale))] };
}
