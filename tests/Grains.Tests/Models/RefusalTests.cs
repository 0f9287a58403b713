using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Knowledge;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

/// <summary>Questions about a product whose manual does not say what they ask, however often it says the product's name.</summary>
public sealed class RefusalTests
{
    private const string Fan = """
        # Comet Fan
        ## Welcome to your Northstar Comet Fan
        We are glad that you chose the Northstar Comet Fan, which the Northstar workshop built for high spirits on hot days.

        ## What makes it good
        The Northstar Comet Fan guarantees a fresh breeze for many summers. With the Comet Fan you are covered on every hot day.

        ## Use
        ### Starting and stopping
        To start the Northstar Comet Fan, press its button. To stop it, hold the button of the Northstar Comet Fan for two seconds.

        ### The ring of light
        Change the brightness: turn the ring until it shines as you wish. There are three levels of brightness.

        ### Care
        Clean the blades of the Northstar Comet Fan with a dry cloth.
        """;

    private static readonly FixedLibrary Library = Shop.Library(DocumentReader.Read("comet-fan.md", Fan));

    [Theory]
    [InlineData("How long is the warranty on the Northstar Comet Fan?")]
    [InlineData("What is the warranty on the Northstar Comet Fan?")]
    [InlineData("Does the Comet Fan come with a warranty?")]
    [InlineData("How much does the Northstar Comet Fan cost?")]
    [InlineData("How much is the Northstar Comet Fan?")]
    [InlineData("What is the price of the Comet Fan?")]
    [InlineData("How heavy is the Northstar Comet Fan?")]
    [InlineData("What colour is the Northstar Comet Fan?")]
    [InlineData("How tall is the Comet Fan?")]
    [InlineData("How many lumens does the ring of the Comet Fan have?")]
    [InlineData("How many watts does the Northstar Comet Fan take?")]
    [InlineData("Does the Northstar Comet Fan come with a heater?")]
    [InlineData("Can I return the Northstar Comet Fan to Norway?")]
    public async Task Run_ManualDoesNotSay_IsNotAnswered(string question)
    {
        var result = await new Turns(Library).Ask(question);

        Assert.NotEqual(Outcomes.Answered, result.Outcome);
        Assert.Empty(result.Citations);
    }

    [Theory]
    [InlineData("How do I stop the Northstar Comet Fan?", "two seconds")]
    [InlineData("How many levels of brightness does the Northstar Comet Fan have?", "three levels")]
    [InlineData("How do I clean the Northstar Comet Fan?", "dry cloth")]
    [InlineData("What is the guarantee on the Borealis Heater?", "5 years")]
    [InlineData("How much is the Aurora Lamp?", "€40")]
    public async Task Run_ManualSays_IsAnswered(string question, string words) =>
        Assert.Contains(words, (await new Turns(Library).Ask(question)).Text, StringComparison.Ordinal);
}
