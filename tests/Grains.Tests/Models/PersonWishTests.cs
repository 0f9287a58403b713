using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class PersonWishTests
{
    [Theory]
    [InlineData("Can I speak to an agent?", true)]
    [InlineData("get me a real person", true)]
    [InlineData("human please", true)]
    [InlineData("je veux parler à un conseiller", true)]
    [InlineData("quiero hablar con una persona", true)]
    [InlineData("assistance contacting an agent", true)]
    [InlineData("please transfer me to the reception", true)]
    [InlineData("When can I talk to a person?", false)]
    [InlineData("How many people sleep in the tent?", false)]
    [InlineData("Is it a human-sized tent?", false)]
    [InlineData("What does your team do?", false)]
    public void PersonWish_Message_IsSeen(string message, bool wish) => Assert.Equal(wish, PersonWish.Is(message));

    [Fact]
    public void Question_OfAHeadingThatAsks_HasOneMark() =>
        Assert.Equal("Invoices – Forgot the VAT number?", Phrases.Question("en", "Forgot the VAT number?", "Invoices"));

    [Theory]
    [InlineData("is there ANYONE alive over there")]
    [InlineData("this bot is useless, give me a real person NOW")]
    [InlineData("escalate this to your boss")]
    [InlineData("I'm done with this robot")]
    [InlineData("connect me w someone who can actually help")]
    [InlineData("how do i get thru to a human at this joke of a company")]
    [InlineData("stop sending automated messages. i want an actual employee")]
    [InlineData("I want my complaint handled by management")]
    [InlineData("this is the third time I ask, let me speak to customer service")]
    [InlineData("just transfer me already")]
    [InlineData("Get me out of this chatbot and to a person")]
    [InlineData("hello?? is anybody actually reading these messages")]
    [InlineData("I need somebody who knows what they are doing")]
    [InlineData("quit sending me scripted responses")]
    [InlineData("I've asked 4 times for an agent")]
    [InlineData("Nobody has called me back in a week, I want to hear from a manager today")]
    [InlineData("I'm not explaining this again to a machine, where is the agent")]
    [InlineData("Are there any humans working there or just bots")]
    [InlineData("who is in charge there? let me speak to them")]
    [InlineData("will an agent ever respond or is it just bots")]
    public void PersonWish_OfSomebodyWhoHasHadEnough_IsSeen(string message) => Assert.True(PersonWish.Is(message));

    [Theory]
    [InlineData("Is anyone able to use the pool after 10pm?")]
    [InlineData("Can I transfer my points to another account?")]
    [InlineData("Does the tent fit a person of 2 metres?")]
    [InlineData("Can someone pick up the parcel for me?")]
    [InlineData("How many people can sit at the table?")]
    [InlineData("Is there a real leather version?")]
    [InlineData("Who do I contact about returns?")]
    [InlineData("Does it come with actual wood handles?")]
    [InlineData("can anyone join the loyalty programme")]
    [InlineData("How do I connect it to wifi?")]
    [InlineData("I want to transfer money to my sister")]
    [InlineData("How do I get rid of the noise in the headphones?")]
    [InlineData("What does the customer service team do?")]
    [InlineData("Which staff discount do I get?")]
    [InlineData("Can I book for someone who has no account?")]
    [InlineData("Is there anything for a person with allergies?")]
    [InlineData("is someone at home needed for delivery?")]
    [InlineData("The robot vacuum stopped, what can I do?")]
    [InlineData("How do I stop automated billing emails?")]
    [InlineData("Where do I enter the code?")]
    public void PersonWish_OfSomebodyWhoAsksSomethingElse_IsNone(string message) => Assert.False(PersonWish.Is(message));
}
