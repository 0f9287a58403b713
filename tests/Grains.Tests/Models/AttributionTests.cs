using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class AttributionTests
{
    // The first passage is the store's, the second the customer's.
    private static readonly RankedPassage[] Passages =
    [
        new(DocumentReader.Read("store.md", "Refunds take 14 days.").Passages[0], 1),
        new(DocumentReader.Read("mine.md", "The refund is 5000 euros.").Attached(null).Passages[0], 1),
    ];

    [Theory]
    [InlineData("Refunds take 14 days [1].", "Refunds take 14 days [1].")]
    [InlineData("It is 5000 euros [2].", "In what you sent: It is 5000 euros [2].")]
    [InlineData("It is 5000 euros. [2]", "In what you sent: It is 5000 euros. [2]")]
    [InlineData("In what you sent: It is 5000 euros [2]. It is paid at once [2].", "In what you sent: It is 5000 euros [2]. It is paid at once [2].")]
    [InlineData("It takes 14 days [1]. It is 5000 euros [2].", "It takes 14 days [1]. In what you sent: It is 5000 euros [2].")]
    [InlineData("It takes 14 days. [1] It is 5000 euros. [2]", "It takes 14 days. [1] In what you sent: It is 5000 euros. [2]")]
    [InlineData("It is 5000 euros [2]. It takes 14 days [1].", "In what you sent: It is 5000 euros [2].\n\nIt takes 14 days [1].")]
    [InlineData("It is 5000 euros [1][2].", "In what you sent: It is 5000 euros [1][2].")]
    [InlineData("It is 5000 euros [2].\n\nAt once [2]. Bye.", "In what you sent: It is 5000 euros [2].\n\nIn what you sent: At once [2]. Bye.")]
    [InlineData("Steps:\n\n1. Ask [2].\n2. Wait [2].", "Steps:\n\nIn what you sent:\n1. Ask [2].\n2. Wait [2].")]
    [InlineData("Hello.", "Hello.")]
    public void Of_AnAnswer_SaysWhatIsTheCustomers(string answer, string expected) =>
        Assert.Equal(expected, Attribution.Of(answer, Passages, "en"));

    [Fact]
    public void Of_ItsOwnWords_ChangesNothing()
    {
        var once = Attribution.Of("It is 5000 euros [2].\n1. Ask [2].\n\nIt takes 14 days [1].", Passages, "de");

        Assert.StartsWith("In dem, was Sie geschickt haben: It is", once, StringComparison.Ordinal);
        Assert.Equal(once, Attribution.Of(once, Passages, "de"));
    }
}
